package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.farfield.remote.gateway.journal.JournalDisk;
import org.farfield.remote.gateway.journal.JournalWriter;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What leaves the gateway while the journal's disk is stuck, and after. */
@Timeout(30)
class OutboxTest {
    private final CountDownLatch disk = new CountDownLatch(1);
    private final BlockingQueue<Long> durable = new LinkedBlockingQueue<>();
    private final SessionJournal journal = new SessionJournal(new JournalWriter(
            new JournalDisk() {
                @Override
                public void write(ByteBuffer bytes) {
                    // taken
                }

                @Override
                public void force() throws IOException {
                    try {
                        disk.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }

                @Override
                public void close() {
                    // nothing is open
                }
            },
            new JournalWriter.Listener() {
                @Override
                public void durable(long entries) {
                    durable.add(entries);
                }

                @Override
                public void failed(IOException cause) {
                    throw new AssertionError(cause);
                }
            }));
    private final List<CoreEffect> done = new ArrayList<>();
    private final Outbox outbox = new Outbox(journal, done::add);
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        disk.countDown();
        journal.close();
    }

    private void give(CoreInput input) {
        outbox.take(scene.rig.decide(input), scene.rig.clock.nanos());
    }

    private void diskWorksAgain() throws InterruptedException {
        disk.countDown();
        long all = journal.effect(new CoreEffect.Note("last"));
        journal.commit();
        long reached = 0;
        while (reached < all) {
            reached = durable.take();
        }
        outbox.durable(reached);
    }

    private boolean did(Class<?> kind) {
        return done.stream().anyMatch(kind::isInstance);
    }

    private void release() {
        scene.local.pressed = false;
        scene.local.hold(false);
        scene.rig.clock.advanceMillis(60);
        scene.local.pressed = true;
        scene.local.holdHash = Plans.HELICAL.sha256();
        give(new CoreInput.Received(scene.local.connection, scene.local.holdReport(true, scene.rig.clock.millis())));
        assertEquals(PlanState.RUNNING, scene.rig.plan());
    }

    @Test
    void anExposureWaitsUntilItIsWrittenDown() throws Exception {
        scene.to(PlanState.ARMED);
        release();
        assertTrue(!did(CoreEffect.Expose.class), "exposed before the journal had it");
        diskWorksAgain();
        assertTrue(did(CoreEffect.Expose.class));
    }

    @Test
    void stopGoesOutAtOnceAndItsVerdictWhenWrittenDown() throws Exception {
        scene.to(PlanState.RUNNING);
        give(new CoreInput.Received(
                scene.remote.connection, scene.remote.command(new CommandPayload.Stop("stuck disk"))));
        assertTrue(did(CoreEffect.StopScanner.class), "STOP waited for the disk");
        assertTrue(done.stream().noneMatch(e -> e instanceof CoreEffect.Send s && s.message() instanceof Verdict));
        diskWorksAgain();
        assertTrue(done.stream()
                .anyMatch(e -> e instanceof CoreEffect.Send s && s.message() instanceof Verdict v && v.accepted()));
    }

    @Test
    void anExposureThatAStopOvertookNeverComes() throws Exception {
        scene.to(PlanState.ARMED);
        release();
        give(new CoreInput.StoppedHere("overtaken"));
        diskWorksAgain();
        assertTrue(did(CoreEffect.StopScanner.class));
        assertTrue(!did(CoreEffect.Expose.class), "exposed after STOP");
        assertTrue(done.stream().noneMatch(e -> e instanceof CoreEffect.Hold hold && hold.pressed()));
    }

    @Test
    void aDiskThatDoesNotKeepUpDisarms() throws Exception {
        scene.to(PlanState.ARMED);
        release();
        scene.rig.clock.advanceMillis(500);
        assertTrue(outbox.behindMillis(scene.rig.clock.nanos()) >= 500);
        outbox.withhold("too late");
        give(new CoreInput.JournalBehind("its disk does not keep up"));
        assertEquals(PlanState.LAPSED, scene.rig.plan());
        diskWorksAgain();
        assertTrue(!did(CoreEffect.Expose.class), "exposed later than it was released for");
    }

    @Test
    void whatWaitsLeavesInOrder() throws Exception {
        give(new CoreInput.Tick());
        scene.remote.mute = true;
        give(new CoreInput.Received(scene.remote.connection, scene.remote.command(new CommandPayload.RequestLease())));
        diskWorksAgain();
        List<Long> versions = done.stream()
                .filter(CoreEffect.Push.class::isInstance)
                .map(e -> ((CoreEffect.Push) e).state().stateVersion())
                .toList();
        assertEquals(versions.stream().sorted().toList(), versions);
        CoreEffect last = done.getLast();
        assertTrue(last instanceof CoreEffect.Send send && send.message() instanceof Verdict, last::toString);
    }
}
