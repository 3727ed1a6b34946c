package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.StorageServer;

/** {@code farfield dicom receive}: a storage SCP, until it is interrupted. */
final class DicomReceiveCommand implements Subcommand {
    @Override
    public String name() {
        return "receive";
    }

    @Override
    public String usage() {
        return "PORT " + ServerArguments.USAGE + " " + ReceivePlace.USAGE + " [--json]"
                + "   take instances from these systems until interrupted";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(ReceivePlace.NAMES);
        names.addAll(ServerArguments.NAMES);
        NetworkArguments arguments = NetworkArguments.parse(args, names, Set.of("--json"));
        Arguments own = arguments.own();
        StorageServer.Configuration configuration = ServerArguments.configuration(arguments, own.onlyWord("port"));
        try (ReceivePlace place = ReceivePlace.of(own);
                StorageServer server =
                        StorageServer.open(configuration, place.sink(), new Log(own.has("--json"), out, err))) {
            err.println("farfield dicom receive: " + arguments.title() + " listens on port "
                    + server.address().getPort());
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private record Log(boolean json, PrintStream out, PrintStream err) implements ReceiveListener {
        @Override
        public void onStored(InstanceOrigin origin) {
            if (json) {
                out.println(line(origin).put("ok", true));
            }
        }

        @Override
        public void onFailed(InstanceOrigin origin, String cause) {
            if (json) {
                out.println(line(origin).put("ok", false).put("cause", cause));
            }
            err.println("farfield dicom receive: " + origin.peer() + ": " + origin.sopInstanceUid() + ": " + cause);
        }

        @Override
        public void onTrouble(String line) {
            err.println("farfield dicom receive: " + line);
        }

        private static JsonLine line(InstanceOrigin origin) {
            return new JsonLine()
                    .put("sopInstanceUid", origin.sopInstanceUid())
                    .put("transferSyntax", origin.transferSyntax().uid())
                    .put("from", origin.callingTitle())
                    .put("peer", origin.peer());
        }
    }
}
