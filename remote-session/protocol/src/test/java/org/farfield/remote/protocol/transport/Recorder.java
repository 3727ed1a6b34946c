package org.farfield.remote.protocol.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;

/** Keeps what a link delivers, for tests that wait for it. */
final class Recorder implements LinkListener {
    final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<LiveSlice> slices = new LinkedBlockingQueue<>();
    final BlockingQueue<String> closings = new LinkedBlockingQueue<>();
    final BlockingQueue<Link> links = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> writable = new LinkedBlockingQueue<>();

    LinkListener accept(Link link) {
        links.add(link);
        return this;
    }

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T value = queue.poll(30, TimeUnit.SECONDS);
        if (value == null) {
            throw new AssertionError("nothing came within 30 s");
        }
        return value;
    }

    @Override
    public void onMessage(Link link, Message message) {
        messages.add(message);
    }

    @Override
    public void onSlice(Link link, LiveSlice slice) {
        slices.add(slice);
    }

    @Override
    public void onClosed(Link link, String reason) {
        closings.add(reason);
    }

    @Override
    public void onWritable(Link link) {
        writable.add(true);
    }
}
