package org.farfield.remote.gateway;

import org.farfield.remote.protocol.message.Command;

/** A command with single fields replaced. */
final class Copy {
    private Command c;

    Copy(Command command) {
        this.c = command;
    }

    Command command() {
        return c;
    }

    private Copy set(
            long epoch, long sequence, long lease, long issued, int life, long version, long revision, String[] names) {
        c = new Command(
                epoch,
                sequence,
                lease,
                issued,
                life,
                version,
                revision,
                names[0],
                names[1],
                names[2],
                names[3],
                c.payload(),
                c.signature());
        return this;
    }

    private String[] names() {
        return new String[] {c.operator(), c.scannerId(), c.patientId(), c.studyUid()};
    }

    private Copy name(int which, String value) {
        String[] names = names();
        names[which] = value;
        return set(
                c.sessionEpoch(),
                c.sequence(),
                c.leaseEpoch(),
                c.issuedAtMillis(),
                c.timeToLiveMillis(),
                c.expectedStateVersion(),
                c.planRevision(),
                names);
    }

    private Copy number(int which, long value) {
        long[] n = {
            c.sessionEpoch(),
            c.sequence(),
            c.leaseEpoch(),
            c.issuedAtMillis(),
            c.timeToLiveMillis(),
            c.expectedStateVersion(),
            c.planRevision()
        };
        n[which] = value;
        return set(n[0], n[1], n[2], n[3], (int) n[4], n[5], n[6], names());
    }

    Copy sessionEpoch(long value) {
        return number(0, value);
    }

    Copy sequence(long value) {
        return number(1, value);
    }

    Copy leaseEpoch(long value) {
        return number(2, value);
    }

    Copy issuedAtMillis(long value) {
        return number(3, value);
    }

    Copy timeToLiveMillis(int value) {
        return number(4, value);
    }

    Copy expectedStateVersion(long value) {
        return number(5, value);
    }

    Copy planRevision(long value) {
        return number(6, value);
    }

    Copy operator(String value) {
        return name(0, value);
    }

    Copy scannerId(String value) {
        return name(1, value);
    }

    Copy patientId(String value) {
        return name(2, value);
    }

    Copy studyUid(String value) {
        return name(3, value);
    }
}
