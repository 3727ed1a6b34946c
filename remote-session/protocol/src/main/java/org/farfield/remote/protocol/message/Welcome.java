package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.Role;

/**
 * The gateway took a participant in; from here on he gets states and slices and may send commands.
 *
 * @param role what he is in this session
 * @param sessionEpoch grows with every start of the gateway
 * @param limits what the scanner can run
 * @param gatewayMillis the gateway's clock when it wrote this, ms since 1970
 */
public record Welcome(
        String operator,
        Role role,
        long sessionEpoch,
        String scannerId,
        String scannerModel,
        PlanLimits limits,
        long gatewayMillis)
        implements Message {}
