package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.farfield.dicom.network.service.ArrivalFolder;
import org.jspecify.annotations.Nullable;

/**
 * Finds every regular file under some paths, through symbolic links too, each real file once. Loops of links end where
 * they close; pipes, sockets and devices are passed over, since opening one may never return, and so is what is being
 * received at the moment.
 */
final class FileWalk {
    private static final int MAX_DEPTH = 64;

    private final Consumer<Path> onFile;
    private final Consumer<Problem> onProblem;
    private final Set<Object> seen = new HashSet<>();

    FileWalk(Consumer<Path> onFile, Consumer<Problem> onProblem) {
        this.onFile = onFile;
        this.onProblem = onProblem;
    }

    /** Walks on the calling thread, until the end or until the thread is interrupted. */
    void walk(Path start) throws InterruptedException {
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Visitor());
        } catch (IOException e) {
            onProblem.accept(new Problem(start, Problem.Kind.UNREADABLE, cause(e)));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** What the operating system says, without the file's name. */
    static String cause(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied ->
                denied.getReason() == null ? "reading it is not permitted" : denied.getReason();
            default -> "it cannot be read: " + e.getMessage();
        };
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Object key = attributes.fileKey();
            if (attributes.isRegularFile() && (key == null || seen.add(key))) {
                onFile.accept(file);
            } else if (attributes.isDirectory()) {
                onProblem.accept(new Problem(
                        file, Problem.Kind.UNREADABLE, "folders nested deeper than " + MAX_DEPTH + " are not entered"));
            }
            return goOn();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Object key = attributes.fileKey();
            boolean seenBefore = key != null && !seen.add(key);
            return seenBefore || folder.endsWith(ArrivalFolder.NAME) ? FileVisitResult.SKIP_SUBTREE : goOn();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!(e instanceof FileSystemLoopException)) {
                onProblem.accept(new Problem(file, Problem.Kind.UNREADABLE, cause(e)));
            }
            return goOn();
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                onProblem.accept(new Problem(folder, Problem.Kind.UNREADABLE, cause(e)));
            }
            return goOn();
        }

        private FileVisitResult goOn() {
            return Thread.currentThread().isInterrupted() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
