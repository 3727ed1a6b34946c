package org.farfield.remote.protocol.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.DoseAnswer;
import org.farfield.remote.protocol.DoseFigures;
import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseState;
import org.farfield.remote.protocol.DoseValues;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.LeaseState;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.Participant;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;

/** Messages of every type with random fields, the same for the same seed. */
final class RandomMessages {
    private final Random random;

    RandomMessages(long seed) {
        random = new Random(seed);
    }

    private ChatLine chatLine() {
        return new ChatLine(
                random.nextLong(), random.nextLong(), text(), pick(Role.values()), "Grüße 呼吸 " + random.nextInt());
    }

    private Optional<PointedSpot> spot() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new PointedSpot(
                        "2.25." + random.nextInt(1000),
                        random.nextDouble(-10_000, 10_000),
                        random.nextDouble(-10_000, 10_000),
                        random.nextDouble(-10_000, 10_000)));
    }

    /** One of each type, and a command with each payload. */
    List<Message> all() {
        List<Message> all = new ArrayList<>(List.of(
                new Challenge(bytes(32), random.nextLong(), text()),
                new Hello(text(), pick(Role.values()), bytes(random.nextInt(900)), bytes(72)),
                new Welcome(
                        text(), pick(Role.values()), random.nextLong(), text(), text(), limits(), random.nextLong()),
                new Refused(pick(RefusalReason.values()), text()),
                new Heartbeat(
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextInt(),
                        random.nextLong(),
                        random.nextLong()),
                state(),
                new Verdict(
                        random.nextLong(),
                        text(),
                        random.nextBoolean(),
                        pick(VerdictReason.values()),
                        text(),
                        random.nextLong()),
                hold(),
                start(),
                new SeriesEnd(text(), random.nextLong(), pick(SeriesOutcome.values())),
                new SliceResume(text(), random.nextInt(100), 100 + random.nextInt(100)),
                new ViewerLag(text(), random.nextLong(), random.nextLong(), random.nextLong()),
                new ChannelOpened(random.nextInt(), "QUIC BBR"),
                new ChannelClosed(random.nextInt(), text()),
                new Relayed(random.nextInt(), bytes(random.nextInt(3000))),
                new RelayNotice(random.nextBoolean(), text()),
                new Say(random.nextLong(), random.nextLong(), text(), bytes(72)),
                new Said(random.nextLong(), pick(ChatAnswer.values()), random.nextLong()),
                new ChatLines(random.nextLong(), random.nextLong(), random.nextLong(), List.of(chatLine(), chatLine())),
                new ChatResume(random.nextLong(), random.nextLong()),
                new PointAt(random.nextLong(), random.nextLong(), spot(), bytes(72)),
                new Pointer(random.nextLong(), text(), pick(Role.values()), spot())));
        payloads().forEach(payload -> all.add(command(payload)));
        return all;
    }

    List<CommandPayload> payloads() {
        return List.of(
                new CommandPayload.RequestLease(),
                new CommandPayload.GrantLease(text()),
                new CommandPayload.RefuseLease(text(), text()),
                new CommandPayload.RevokeLease(text()),
                new CommandPayload.ReleaseLease(),
                new CommandPayload.NewPlan(pick(PlanKind.values())),
                new CommandPayload.EditPlan(plan()),
                new CommandPayload.ConfirmEdit(plan().sha256()),
                new CommandPayload.Propose(),
                new CommandPayload.Accept(plan().sha256()),
                new CommandPayload.Reject(text()),
                new CommandPayload.Arm(),
                new CommandPayload.Disarm(),
                new CommandPayload.Stop(text()),
                new CommandPayload.ConfirmPatient(text(), "19700101"),
                new CommandPayload.MoveTable(random.nextGaussian()),
                new CommandPayload.ExplainDose(plan().sha256(), text()),
                new CommandPayload.AuthoriseDose(plan().sha256(), text()));
    }

    Command command(CommandPayload payload) {
        return new Command(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                text(),
                text(),
                text(),
                text(),
                payload,
                bytes(random.nextInt(73)));
    }

    HoldReport hold() {
        return new HoldReport(
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean(),
                random.nextLong(),
                plan().sha256(),
                text(),
                bytes(70));
    }

    ScanPlan plan() {
        ScanPlan plan = new ScanPlan(
                pick(PlanKind.values()),
                pick(LocalizerView.values()),
                number(),
                number(),
                random.nextInt(150),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                "KERNEL-" + random.nextInt(100),
                number(),
                random.nextInt(1024));
        return plan;
    }

    LiveSlice slice() {
        byte[] part10 = bytes(random.nextInt(5000));
        SliceHeader header = new SliceHeader(
                text(),
                1 + random.nextInt(1000),
                random.nextInt(1000),
                random.nextLong(),
                text(),
                bytes(32),
                part10.length);
        return new LiveSlice(header, part10);
    }

    private PlanLimits limits() {
        Map<PlanField, FieldLimit> fields = new EnumMap<>(PlanField.class);
        for (PlanField field : PlanField.values()) {
            switch (random.nextInt(3)) {
                case 0 -> fields.put(field, new FieldLimit.Range(-5, 5 + random.nextInt(9), random.nextInt(3)));
                case 1 -> fields.put(field, FieldLimit.Choice.of(1, 2, random.nextInt(9)));
                default -> {}
            }
        }
        return new PlanLimits(fields, some(this::text), number(), random.nextInt(), number());
    }

    private SessionState state() {
        ScanPlan plan = plan();
        return new SessionState(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                new ScannerState(
                        pick(ScannerPhase.values()), number(), number(), some(this::text), number(), text(), text()),
                new PatientContext(text(), text(), "19700101", "O", text(), text(), random.nextBoolean()),
                new LeaseState(random.nextLong(), maybe(this::text), maybe(this::text)),
                pick(PlanState.values()),
                random.nextLong(),
                plan,
                plan.sha256(),
                maybe(plan::sha256),
                maybe(plan::sha256),
                some(() -> new Participant(
                        text(),
                        pick(Role.values()),
                        pick(ControlTier.values()),
                        random.nextInt(),
                        random.nextBoolean())),
                pick(ControlTier.values()),
                maybe(() -> new AcquisitionProgress(text(), random.nextInt(), random.nextInt(), random.nextBoolean())),
                random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                random.nextBoolean(),
                maybe(this::dose));
    }

    private DoseState dose() {
        return new DoseState(
                new DoseGuide(text(), 32, number(), number(), number(), values(), values(), values()),
                new DoseFigures(number(), number()),
                new DoseFigures(number(), number()),
                pick(DoseLevel.values()),
                maybe(() -> new DoseAnswer(text(), text())),
                maybe(() -> new DoseAnswer(text(), text())));
    }

    private DoseValues values() {
        return new DoseValues(
                random.nextBoolean() ? OptionalDouble.of(number()) : OptionalDouble.empty(),
                random.nextBoolean() ? OptionalDouble.of(number()) : OptionalDouble.empty());
    }

    private SeriesStart start() {
        double[] n = random.doubles(18, -1000, 1000).toArray();
        SeriesGeometry geometry = new SeriesGeometry(
                1 + random.nextInt(4096),
                1 + random.nextInt(4096),
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                n[5],
                n[6],
                n[7],
                n[8],
                n[9],
                n[10],
                n[11],
                n[12],
                n[13],
                text(),
                random.nextBoolean(),
                n[14],
                n[15]);
        return new SeriesStart(
                text(),
                text(),
                text(),
                pick(PlanKind.values()),
                1 + random.nextInt(1000),
                geometry,
                random.nextInt(100));
    }

    private double number() {
        return random.nextInt(2_000_000) / 1000.0 - 1000;
    }

    private String text() {
        String[] texts = {
            "", "remote", "1.2.840.10008.5.1.4.1.1.2", "Chest/脈 thorax", "Ångström \u0000 end", "\ud83e\ude7b"
        };
        return pick(texts);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> some(Supplier<T> maker) {
        return java.util.stream.Stream.generate(maker).limit(random.nextInt(6)).toList();
    }

    private <T> Optional<T> maybe(Supplier<T> maker) {
        return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
    }
}
