package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.json.DicomJson;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.web.WebClient;
import org.farfield.dicom.web.WebPath;
import org.farfield.dicom.web.WebRetrieval;

/** {@code farfield dicom wado}: instances, headers, frames or pictures by DICOMweb. */
final class DicomWadoCommand implements Subcommand {
    @Override
    public String name() {
        return "wado";
    }

    @Override
    public String usage() {
        return WebArguments.SERVICE + " " + WebArguments.RESOURCE + " (" + ReceivePlace.USAGE
                + " | --metadata [--bulk] | --frames N[,N...] --out DIR | --rendered FILE.png|FILE.jpg [--frame N]) [--json]"
                + "   retrieve from a DICOMweb service (WADO-RS)";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(WebArguments.RESOURCE_NAMES);
        names.addAll(ReceivePlace.NAMES);
        names.addAll(Set.of("--frames", "--frame", "--rendered"));
        WebArguments arguments = WebArguments.parse(args, names, Set.of("--metadata", "--bulk", "--json"));
        arguments.network().nothingElse();
        WebPath path = arguments.resource();
        try (WebClient client = new WebClient(arguments.service())) {
            if (arguments.own().has("--metadata")) {
                List<DataSet> headers = arguments.own().has("--bulk")
                        ? client.metadataWithBulkData(path, new Cancellation())
                        : client.metadata(path, new Cancellation());
                for (DataSet header : headers) {
                    out.println(DicomJson.toText(header));
                }
                return ExitCode.OK;
            }
            if (arguments.own().value("--frames").isPresent()) {
                return frames(client, path, arguments.own(), out);
            }
            if (arguments.own().value("--rendered").isPresent()) {
                return rendered(client, path, arguments.own());
            }
            return instances(client, path, arguments.own(), out, err);
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private int instances(WebClient client, WebPath path, Arguments own, PrintStream out, PrintStream err)
            throws WrongUsage, IOException, InterruptedException {
        RetrieveReport report = new RetrieveReport(name(), err);
        try (ReceivePlace place = ReceivePlace.of(own)) {
            WebRetrieval.Result result = client.retrieve(path, place.sink(), report, count -> {}, new Cancellation());
            if (own.has("--json")) {
                out.println(new JsonLine()
                        .put("complete", result.complete())
                        .put("stored", result.stored())
                        .put("failed", result.failed()));
            } else {
                out.println(result.stored() + " instances stored, " + result.failed() + " failed");
            }
            return result.complete() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static int frames(WebClient client, WebPath path, Arguments own, PrintStream out)
            throws WrongUsage, IOException, InterruptedException {
        String text = own.required("--frames");
        double[] numbers = Arguments.numbers("--frames", text, ",", text.split(",", -1).length);
        int[] frames = Arrays.stream(numbers).mapToInt(n -> (int) n).toArray();
        if (path.instance().isEmpty() || Arrays.stream(frames).anyMatch(n -> n < 1)) {
            throw new WrongUsage("--frames expects numbers from 1 of one instance: --study, --series and --instance");
        }
        Path folder = Files.createDirectories(DicomFiles.path(own.required("--out")));
        client.frames(
                path,
                frames,
                (frame, mediaType, bytes) -> {
                    Path file = folder.resolve("frame-" + frame + ".bin");
                    Files.write(file, bytes);
                    out.println(new JsonLine()
                            .put("frame", frame)
                            .put("mediaType", mediaType)
                            .put("bytes", bytes.length)
                            .put("file", file.toString()));
                },
                new Cancellation());
        return ExitCode.OK;
    }

    private static int rendered(WebClient client, WebPath path, Arguments own)
            throws WrongUsage, IOException, InterruptedException {
        Path file = DicomFiles.path(own.required("--rendered"));
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (path.instance().isEmpty() || !(name.endsWith(".png") || name.endsWith(".jpg"))) {
            throw new WrongUsage("--rendered expects FILE.png or FILE.jpg, and one instance");
        }
        Optional<Integer> frame =
                own.value("--frame").isPresent() ? Optional.of(own.count("--frame", 1)) : Optional.empty();
        String resource = path + frame.map(number -> "/frames/" + number).orElse("");
        String type = name.endsWith(".png") ? "image/png" : "image/jpeg";
        Files.write(file, client.rendered(resource, type, new Cancellation()));
        return ExitCode.OK;
    }
}
