package org.farfield.workstation.reading.live;

import org.farfield.remote.protocol.ScanPlan;

/**
 * An edit as the gateway read it back.
 *
 * @param before the plan before the edit
 * @param after the plan as the gateway has it
 * @param sha256 the hash that a yes confirms
 */
public record ReadBack(ScanPlan before, ScanPlan after, String sha256) {}
