import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks or applies the one source format: {@code java Format.java check|apply ROOT [FILE...]}. Every {@code .java}
 * file below ROOT outside {@code target} is read, or only the named ones. Exit code 1 names the files that differ.
 */
public final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]).toRealPath();
        int wrong = 0;
        for (Path file : args.length > 2 ? named(args) : sources(root)) {
            if (!format(file, apply)) {
                wrong++;
                System.err.println((apply ? "formatted " : "not formatted: ") + root.relativize(file));
            }
        }
        if (wrong > 0 && !apply) {
            System.err.println(wrong + " files are not formatted; ./farfield format applies the format");
            System.exit(1);
        }
    }

    private static List<Path> named(String[] args) {
        return Stream.of(args)
                .skip(2)
                .map(name -> Path.of(name).toAbsolutePath())
                .toList();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.git)/.*"))
                    .sorted()
                    .toList();
        }
    }

    /** True when the file had the format already. */
    private static boolean format(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(before, JavaFormatterOptions.Style.PALANTIR)));
            if (Objects.equals(before, after)) {
                return true;
            }
            if (apply) {
                Files.writeString(file, after);
            }
            return false;
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
