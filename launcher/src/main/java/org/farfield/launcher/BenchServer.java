package org.farfield.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A foreign server on a loopback port, for as long as something is measured with it. */
record BenchServer(Process process) implements AutoCloseable {
    private static final int TRIES = 400;
    private static final int WAIT_MILLIS = 50;

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it and waits until its port answers; empty when it is not installed. */
    static Optional<BenchServer> start(Path folder, int port, List<String> command)
            throws IOException, InterruptedException {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("TCP_NODELAY", "1");
            process = builder.start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        BenchServer server = new BenchServer(process);
        for (int tries = 0; tries < TRIES; tries++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return Optional.of(server);
                }
            } catch (IOException notYet) {
                if (process.waitFor(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        server.close();
        throw new IOException(command.getFirst() + " does not start");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
