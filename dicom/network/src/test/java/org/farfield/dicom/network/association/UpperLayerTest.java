package org.farfield.dicom.network.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.network.association.AssociationException.Kind;
import org.farfield.dicom.network.pdu.AnsweredContext;
import org.farfield.dicom.network.pdu.Pdu;
import org.farfield.dicom.network.pdu.PduFrames;
import org.farfield.dicom.network.pdu.PduWriter;
import org.farfield.dicom.network.pdu.ProposedContext;
import org.farfield.dicom.network.pdu.UserInformation;
import org.junit.jupiter.api.Test;

class UpperLayerTest {
    private static final UserInformation USER =
            UserInformation.own(16384, Optional.empty(), List.of(), Optional.empty());
    private static final Pdu.AssociateRequest REQUEST = new Pdu.AssociateRequest(
            "THERE", "HERE", List.of(new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))), USER);
    private static final Pdu.AssociateAccept ACCEPT =
            new Pdu.AssociateAccept("THERE", "HERE", List.of(new AnsweredContext(1, 0, "1.2.840.10008.1.2")), USER);

    private final List<String> told = new ArrayList<>();
    private final List<AssociationException> ends = new ArrayList<>();

    @Test
    void everyPduHasAnAnswerWhereverAConnectionIs() {
        Set<Event> pdus = EnumSet.of(
                Event.ASSOCIATE_AC_PDU,
                Event.ASSOCIATE_RJ_PDU,
                Event.ASSOCIATE_RQ_PDU,
                Event.DATA_PDU,
                Event.RELEASE_RQ_PDU,
                Event.RELEASE_RP_PDU,
                Event.ABORT_PDU,
                Event.INVALID_PDU,
                Event.TRANSPORT_CLOSED);
        for (State state : State.values()) {
            for (Event event : pdus) {
                boolean connected = state != State.STA1 && (state != State.STA4 || event == Event.TRANSPORT_CLOSED);
                assertEquals(connected, StateTable.step(state, event).isPresent(), state + " " + event);
            }
        }
    }

    @Test
    void whatEndsAConnectionLeadsToIdle() {
        for (State state : State.values()) {
            StateTable.step(state, Event.TRANSPORT_CLOSED).ifPresent(step -> assertEquals(State.STA1, step.next()));
            StateTable.step(state, Event.ABORT_PDU).ifPresent(step -> assertEquals(State.STA1, step.next()));
        }
    }

    @Test
    void aRequestorSendsItsRequestAndIsTold() {
        EmbeddedChannel channel = requestor();
        assertEquals(REQUEST, sent(channel));
        receive(channel, ACCEPT);
        assertEquals(List.of("associated"), told);
    }

    @Test
    void aPeerThatDoesNotAnswerIsGivenUpAfterThirtySeconds() {
        EmbeddedChannel channel = requestor();
        sent(channel);
        channel.advanceTimeBy(29, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertTrue(ends.isEmpty());
        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertEquals(Kind.TIMED_OUT, ends.getFirst().kind());
        assertInstanceOf(Pdu.Abort.class, sent(channel));
        channel.advanceTimeBy(11, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertFalse(channel.isOpen());
    }

    @Test
    void anAcceptorDoesNotWaitForARequestForEver() {
        EmbeddedChannel channel = acceptor();
        channel.advanceTimeBy(16, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertFalse(channel.isOpen());
    }

    @Test
    void aSilentPeerIsGivenUp() {
        EmbeddedChannel channel = requestor();
        receive(channel, ACCEPT);
        channel.advanceTimeBy(59, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertTrue(ends.isEmpty());
        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertEquals(Kind.TIMED_OUT, ends.getFirst().kind());
    }

    @Test
    void anInvalidPduIsAnsweredByAnAbortOfTheProvider() {
        EmbeddedChannel channel = requestor();
        sent(channel);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {99, 0, 0, 0, 0, 0}));
        assertEquals(new Pdu.Abort(2, 1), sent(channel));
        assertEquals(Kind.PROTOCOL, ends.getFirst().kind());
    }

    @Test
    void rejectionNamesItsReason() {
        EmbeddedChannel channel = requestor();
        receive(channel, new Pdu.AssociateReject(1, 1, 7));
        assertEquals(
                "the peer refused the association for good: it does not know the called AE title",
                ends.getFirst().getMessage());
        assertFalse(channel.isOpen());
    }

    @Test
    void aReleaseCollisionEndsInOrderOnTheRequestorsSide() {
        UpperLayer layer = UpperLayer.requestor(REQUEST, false, Timeouts.REQUESTOR, new Recorder());
        EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(1024), layer);
        sent(channel);
        receive(channel, ACCEPT);
        layer.release();
        assertEquals(new Pdu.ReleaseRequest(), sent(channel));
        receive(channel, new Pdu.ReleaseRequest());
        assertEquals(State.STA9, layer.state());
        layer.answerRelease();
        assertEquals(new Pdu.ReleaseReply(), sent(channel));
        assertEquals(State.STA11, layer.state());
        receive(channel, new Pdu.ReleaseReply());
        assertEquals(List.of("associated", "release asked", "released"), told);
        assertTrue(ends.isEmpty());
    }

    @Test
    void aLostConnectionIsToldOnce() {
        EmbeddedChannel channel = requestor();
        receive(channel, ACCEPT);
        var _ = channel.close();
        assertEquals(1, ends.size());
        assertEquals(Kind.LOST, ends.getFirst().kind());
    }

    private EmbeddedChannel requestor() {
        return new EmbeddedChannel(
                new PduFrames(1024), UpperLayer.requestor(REQUEST, false, Timeouts.REQUESTOR, new Recorder()));
    }

    private EmbeddedChannel acceptor() {
        return new EmbeddedChannel(new PduFrames(1024), UpperLayer.acceptor(false, Timeouts.ACCEPTOR, new Recorder()));
    }

    private static void receive(EmbeddedChannel channel, Pdu pdu) {
        ByteBuf bytes = Unpooled.buffer();
        PduWriter.write(pdu, bytes);
        channel.writeInbound(bytes);
    }

    private static Pdu sent(EmbeddedChannel channel) {
        EmbeddedChannel reader = new EmbeddedChannel(new PduFrames(1024));
        ByteBuf bytes = channel.readOutbound();
        reader.writeInbound(bytes);
        Pdu pdu = reader.readInbound();
        assertNull(reader.readInbound());
        return pdu;
    }

    private final class Recorder implements UpperLayerUser {
        @Override
        public void onAssociateRequest(Pdu.AssociateRequest request) {
            told.add("asked");
        }

        @Override
        public void onAssociated(Pdu.AssociateAccept accept) {
            told.add("associated");
        }

        @Override
        public void onData(Pdu.DataTransfer data) {
            told.add("data");
        }

        @Override
        public void onReleaseRequest() {
            told.add("release asked");
        }

        @Override
        public void onReleased() {
            told.add("released");
        }

        @Override
        public void onEnd(AssociationException cause) {
            ends.add(cause);
        }
    }
}
