package org.farfield.remote.relay;

import java.util.Map;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesGeometry;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceHeader;
import org.farfield.remote.protocol.message.Welcome;

/** Made-up messages of a session. */
final class Samples {
    static final String SERIES = "2.25.7";

    private Samples() {}

    static Welcome welcome(String operator) {
        return new Welcome(
                operator, Role.OBSERVER, 3, "ct1", "Twin", new PlanLimits(Map.of(), java.util.List.of(), 1, 1, 1), 5);
    }

    static SeriesStart start(String series, long available) {
        SeriesGeometry geometry =
                new SeriesGeometry(512, 512, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0.7, 0.7, 0, 0, 2, "2.25.9", true, 1, -1024);
        return new SeriesStart(series, "2.25.8", "Thorax", PlanKind.HELICAL, 400, geometry, available);
    }

    static LiveSlice slice(String series, long sequence, int bytes) {
        byte[] part10 = new byte[bytes];
        part10[0] = (byte) sequence;
        return new LiveSlice(
                new SliceHeader(series, sequence, (int) sequence - 1, 9, "2.25." + sequence, new byte[32], bytes),
                part10);
    }
}
