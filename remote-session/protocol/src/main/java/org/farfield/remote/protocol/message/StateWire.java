package org.farfield.remote.protocol.message;

import java.util.Optional;
import java.util.OptionalLong;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.LeaseState;
import org.farfield.remote.protocol.Participant;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;

/**
 * The session's state on the wire.
 *
 * <pre>
 * session epoch i64, state version i64, gateway clock i64,
 * scanner:  phase u8, table f64, tilt f64, interlocks {count u16, text...}, heat f64, detail text, scanner id text
 * patient:  id text, name text, birth date text, sex text, study UID text, accession text, confirmed bool
 * lease:    epoch i64, holder {bool, text}, requested by {bool, text}
 * plan:     state u8, revision i64, plan, hash text, proposed {bool, text}, accepted {bool, text}
 * people:   count u16, {operator text, role u8, tier u8, round trip i32, relayed bool}...
 * tier u8, acquisition {bool, series UID text, planned i32, reconstructed i32, done bool}, armed until {bool, i64},
 * hold pressed bool, dose {bool, {@link DoseWire}}
 * </pre>
 */
final class StateWire {
    private StateWire() {}

    static void write(WireWriter out, SessionState s) {
        out.i64(s.sessionEpoch()).i64(s.stateVersion()).i64(s.gatewayMillis());
        write(out, s.scanner());
        write(out, s.patient());
        out.i64(s.lease().epoch())
                .optional(s.lease().holder(), (o, id) -> o.text(id, Bounds.ID))
                .optional(s.lease().requestedBy(), (o, id) -> o.text(id, Bounds.ID));
        out.code(s.planState()).i64(s.planRevision());
        PlanWire.write(out, s.plan());
        out.text(s.planSha256(), Bounds.WORD)
                .optional(s.proposedSha256(), (o, hash) -> o.text(hash, Bounds.WORD))
                .optional(s.acceptedSha256(), (o, hash) -> o.text(hash, Bounds.WORD));
        out.list(
                s.participants(),
                Bounds.PARTICIPANTS,
                (o, p) -> o.text(p.operator(), Bounds.ID)
                        .code(p.role())
                        .code(p.tier())
                        .i32(p.roundTripMillis())
                        .bool(p.relayed()));
        out.code(s.tier())
                .optional(
                        s.acquisition(),
                        (o, a) -> o.text(a.seriesUid(), Bounds.ID)
                                .i32(a.planned())
                                .i32(a.reconstructed())
                                .bool(a.done()));
        out.bool(s.armedUntilMillis().isPresent());
        s.armedUntilMillis().ifPresent(out::i64);
        out.bool(s.holdPressed());
        out.optional(s.dose(), DoseWire::write);
    }

    static void write(WireWriter out, ScannerState scanner) {
        out.code(scanner.phase())
                .f64(scanner.tableMm())
                .f64(scanner.gantryTiltDegrees())
                .list(scanner.interlocks(), Bounds.INTERLOCKS, (o, name) -> o.text(name, Bounds.ID))
                .f64(scanner.tubeHeatPercent())
                .text(scanner.detail(), Bounds.TEXT)
                .text(scanner.scannerId(), Bounds.ID);
    }

    static void write(WireWriter out, PatientContext patient) {
        out.text(patient.patientId(), Bounds.ID)
                .text(patient.patientName(), Bounds.NAME)
                .text(patient.birthDate(), Bounds.WORD)
                .text(patient.sex(), Bounds.WORD)
                .text(patient.studyUid(), Bounds.ID)
                .text(patient.accession(), Bounds.ID)
                .bool(patient.identityConfirmed());
    }

    static SessionState state(WireReader in) throws ProtocolException {
        return new SessionState(
                in.i64("session epoch"),
                in.i64("state version"),
                in.i64("gateway clock"),
                scanner(in),
                patient(in),
                lease(in),
                in.code("plan state", PlanState.class),
                in.i64("plan revision"),
                PlanWire.plan(in),
                in.text("plan hash", Bounds.WORD),
                in.optional("proposed", i -> i.text("proposed hash", Bounds.WORD)),
                in.optional("accepted", i -> i.text("accepted hash", Bounds.WORD)),
                in.list("participants", Bounds.PARTICIPANTS, StateWire::participant),
                in.code("tier", ControlTier.class),
                in.optional("acquisition", StateWire::progress),
                armedUntil(in),
                in.bool("hold pressed"),
                in.optional("dose", DoseWire::dose));
    }

    static ScannerState scanner(WireReader in) throws ProtocolException {
        return new ScannerState(
                in.code("scanner phase", ScannerPhase.class),
                in.f64("table"),
                in.f64("gantry tilt"),
                in.list("interlocks", Bounds.INTERLOCKS, i -> i.text("interlock", Bounds.ID)),
                in.f64("tube heat"),
                in.text("scanner detail", Bounds.TEXT),
                in.text("scanner id", Bounds.ID));
    }

    static PatientContext patient(WireReader in) throws ProtocolException {
        return new PatientContext(
                in.text("patient id", Bounds.ID),
                in.text("patient name", Bounds.NAME),
                in.text("birth date", Bounds.WORD),
                in.text("sex", Bounds.WORD),
                in.text("study UID", Bounds.ID),
                in.text("accession number", Bounds.ID),
                in.bool("identity confirmed"));
    }

    private static LeaseState lease(WireReader in) throws ProtocolException {
        long epoch = in.i64("lease epoch");
        Optional<String> holder = in.optional("lease holder", i -> i.text("lease holder", Bounds.ID));
        return new LeaseState(epoch, holder, in.optional("lease request", i -> i.text("lease request", Bounds.ID)));
    }

    private static Participant participant(WireReader in) throws ProtocolException {
        return new Participant(
                in.text("participant", Bounds.ID),
                in.code("participant role", Role.class),
                in.code("participant tier", ControlTier.class),
                in.i32("participant round trip"),
                in.bool("participant relayed"));
    }

    private static AcquisitionProgress progress(WireReader in) throws ProtocolException {
        return new AcquisitionProgress(
                in.text("acquisition series UID", Bounds.ID),
                in.i32("slices planned"),
                in.i32("slices reconstructed"),
                in.bool("acquisition done"));
    }

    private static OptionalLong armedUntil(WireReader in) throws ProtocolException {
        return in.bool("armed until") ? OptionalLong.of(in.i64("armed until")) : OptionalLong.empty();
    }
}
