package org.farfield.remote.gateway;

import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.ParticipantAuthentication;

/** What the gateway's doors need of the gateway. Any thread; nothing blocks. */
interface GatewayDesk {
    SessionClock clock();

    long sessionEpoch();

    String scannerId();

    ParticipantAuthentication authentication();

    /** To the core, in order of posting. */
    void post(CoreInput input);

    /** Chat and pointers, beside the core. */
    TalkDesk talk();

    /** A new participant's connection; its number is used once. */
    int nextConnection();

    /** From now on the core may talk to this connection. */
    void enter(Caller caller);

    /** A connection is gone. */
    void leave(Caller caller, String reason);

    /** STOP, past every queue. */
    void stopAtOnce(String reason);

    /** A line about a peer that misbehaved, for whoever runs the gateway. */
    void problem(String line);
}
