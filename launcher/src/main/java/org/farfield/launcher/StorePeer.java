package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.farfield.launcher.lab.LinkLab;
import org.farfield.launcher.lab.LinkProfile;

/** DCMTK's storescu sending like slices, an association each, over the same kind of link to its storescp. */
final class StorePeer {
    private static final int FILES = 10;
    private static final int PATIENCE_SECONDS = 20;

    private StorePeer() {}

    /** Adds the times where the programs are installed and the link has no outage; else nothing. */
    static void measure(LinkProfile profile, long seed, BenchScanner scanner, LinkFigures figures, PrintStream err)
            throws IOException, InterruptedException {
        if (!profile.outages().isEmpty() || !installed()) {
            return;
        }
        Path folder = Files.createTempDirectory("farfield-store");
        try {
            Path file = folder.resolve("slice.dcm");
            Files.write(file, scanner.part10(0));
            int port = freePort();
            Process archive = new ProcessBuilder("storescp", "--ignore", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (LinkLab lab = LinkLab.open(target, profile, seed)) {
                awaitListening(target);
                List<Long> nanos = new ArrayList<>();
                for (int i = 0; i < FILES; i++) {
                    long begin = System.nanoTime();
                    if (!send(lab.address().getPort(), file)) {
                        err.println("bench: storescu failed over " + profile.name());
                        return;
                    }
                    nanos.add(System.nanoTime() - begin);
                }
                figures.percentile("storescu_process_p50", nanos, 0.5);
                figures.percentile("storescu_process_p95", nanos, 0.95);
            } finally {
                archive.destroy();
            }
        } finally {
            BenchSessionCommand.remove(folder);
        }
    }

    private static boolean send(int port, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("storescu", "127.0.0.1", Integer.toString(port), file.toString());
        builder.environment().put("TCP_NODELAY", "1");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("storescu", "--version")
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0
                    && new ProcessBuilder("storescp", "--version")
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void awaitListening(InetSocketAddress where) throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            try (Socket _ = new Socket(where.getAddress(), where.getPort())) {
                return;
            } catch (IOException e) {
                if (i == 50) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}
