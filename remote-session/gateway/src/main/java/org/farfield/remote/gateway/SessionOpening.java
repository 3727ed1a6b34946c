package org.farfield.remote.gateway;

import java.io.IOException;
import java.util.List;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.WireReader;
import org.farfield.remote.protocol.message.WireValues;
import org.farfield.remote.protocol.message.WireWriter;

/**
 * What a session begins with: with this and its inputs it can be lived through again. Immutable.
 *
 * @param epoch greater than any epoch of this scanner before
 * @param dose the site's dose values
 * @param given what studies have given by then
 */
record SessionOpening(
        long epoch,
        SessionRules rules,
        ScannerDescription description,
        ScannerState scanner,
        PatientContext patient,
        DoseRules dose,
        List<DoseGiven> given) {
    private static final int TEXT = 1024;
    private static final int PROTOCOLS = 256;
    private static final int GIVEN = 1_000;

    void write(WireWriter out) {
        out.i64(epoch);
        for (long millis : new long[] {
            rules.staleMillis(),
            rules.silentMillis(),
            rules.goneMillis(),
            rules.armedMillis(),
            rules.leaseAnswerMillis(),
            rules.holdFreshMillis(),
            rules.mostTimeToLiveMillis(),
            rules.pushMillis(),
            rules.heartbeatMillis()
        }) {
            out.i64(millis);
        }
        out.i32(rules.mostParticipants()).bool(rules.abortWhenReleaserIsLost());
        out.text(description.id(), TEXT).text(description.manufacturer(), TEXT).text(description.model(), TEXT);
        WireValues.write(out, description.limits());
        out.list(description.protocols(), PROTOCOLS, WireValues::write);
        WireValues.write(out, scanner);
        WireValues.write(out, CoreInputWire.nameless(patient));
        out.text(dose.text(), DoseRules.MOST_BYTES).list(given, GIVEN, (o, g) -> g.write(o));
    }

    static SessionOpening read(WireReader in) throws ProtocolException {
        return new SessionOpening(
                in.i64("session epoch"),
                new SessionRules(
                        in.i64("stale"),
                        in.i64("silent"),
                        in.i64("gone"),
                        in.i64("armed"),
                        in.i64("lease answer"),
                        in.i64("hold fresh"),
                        in.i64("most time to live"),
                        in.i64("push"),
                        in.i64("heartbeat"),
                        in.i32("most participants"),
                        in.bool("abort when the releaser is lost")),
                new ScannerDescription(
                        in.text("scanner id", TEXT),
                        in.text("manufacturer", TEXT),
                        in.text("model", TEXT),
                        WireValues.limits(in),
                        in.list("protocols", PROTOCOLS, WireValues::plan)),
                WireValues.scanner(in),
                WireValues.patient(in),
                dose(in.text("dose values", DoseRules.MOST_BYTES)),
                in.list("dose given", GIVEN, DoseGiven::read));
    }

    private static DoseRules dose(String text) throws ProtocolException {
        try {
            return DoseRules.parse("dose values", text);
        } catch (IOException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()), e);
        }
    }
}
