package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.web.WebClient;
import org.farfield.dicom.web.WebPath;

/** {@code farfield dicom qido}: a search by DICOMweb. */
final class DicomQidoCommand implements Subcommand {
    private static final int MOST = 1000;

    @Override
    public String name() {
        return "qido";
    }

    @Override
    public String usage() {
        return WebArguments.SERVICE + " [--level studies|series|instances] [--study UID [--series UID]]"
                + " [--key KEYWORD=VALUE]... [--limit N] [--json]   what a DICOMweb service has (QIDO-RS)";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        WebArguments arguments =
                WebArguments.parse(args, Set.of("--level", "--study", "--series", "--limit"), Set.of("--json"));
        arguments.network().nothingElse();
        Map<String, String> query = query(arguments.network().keys());
        int most = arguments.own().count("--limit", MOST);
        FoundLines lines = new FoundLines(out, arguments.own().has("--json"));
        try (WebClient client = new WebClient(arguments.service())) {
            for (DataSet match : client.search(resource(arguments), query, most, new Cancellation())) {
                lines.accept(match);
            }
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        err.println("farfield dicom qido: " + lines.count() + " matches from " + arguments.service());
        return ExitCode.OK;
    }

    private static String resource(WebArguments arguments) throws WrongUsage {
        String level = arguments.own().value("--level").orElse("studies");
        if (!Set.of("studies", "series", "instances").contains(level)) {
            throw new WrongUsage("--level is studies, series or instances, not '" + level + "'");
        }
        if (arguments.own().value("--study").isEmpty()) {
            return "/" + level;
        }
        WebPath above = arguments.resource();
        boolean series = above.series().isPresent();
        if (level.equals("studies") || (series && level.equals("series"))) {
            throw new WrongUsage("--level " + level + " is not below what --study and --series name");
        }
        return above + "/" + level;
    }

    private static Map<String, String> query(List<String> keys) throws WrongUsage {
        Map<String, String> query = new LinkedHashMap<>();
        for (String key : keys) {
            int equals = key.indexOf('=');
            if (equals < 1) {
                throw new WrongUsage("--key expects KEYWORD=VALUE, got '" + key + "'");
            }
            query.put(key.substring(0, equals), key.substring(equals + 1));
        }
        return query;
    }
}
