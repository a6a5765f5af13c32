package xindang.gates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files that belong to the repository (受版本管理的文件), as against what a build or an editor left there. */
public final class TrackedFiles {

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "node_modules", ".xindang", ".idea", ".vscode", ".cifuzz-corpus");

    private TrackedFiles() {}

    /** All tracked files that exist, relative to the repository and sorted; without git, all that look like ours. */
    public static List<Path> in(Path repository) {
        List<Path> files = fromGit(repository).orElseGet(() -> walked(repository));
        return files.stream()
                .filter(file -> Files.isRegularFile(repository.resolve(file)))
                .sorted()
                .toList();
    }

    /** The same files found without git: everything except the folders that builds and editors make. */
    static List<Path> walked(Path repository) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(repository, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(repository.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(files);
        return files;
    }

    private static Optional<List<Path>> fromGit(Path repository) {
        if (!Files.exists(repository.resolve(".git"))) {
            return Optional.empty();
        }
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z")
                    .directory(repository.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names;
            try (InputStream output = git.getInputStream()) {
                names = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
            return git.waitFor() == 0
                    ? Optional.of(Stream.of(names.split("\0", -1))
                            .filter(name -> !name.isEmpty())
                            .map(Path::of)
                            .toList())
                    : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
