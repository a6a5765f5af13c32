package xindang.assess;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The output folder, which appears whole or not at all: everything is written to {@code NAME.unfinished-PID} beside it,
 * and renamed at the very end. An interrupted run removes its unfinished folder; one that was killed leaves it under a
 * name nobody can take for a result, and the next run clears it away.
 */
final class OutputFolder implements AutoCloseable {

    private static final String UNFINISHED = ".unfinished-";

    private final Path target;
    private final Path unfinished;
    private final Thread cleaner;
    private boolean finished;

    private OutputFolder(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
        this.cleaner = new Thread(this::removeUnfinished, "remove unfinished output");
    }

    /**
     * Opens an unfinished folder for a target.
     *
     * @throws Stop if the target is a file, or a folder that holds something other than an earlier result
     */
    static OutputFolder open(Path out, List<Path> inputs) {
        Path target = real(out);
        Path name = target.getFileName();
        if (name == null) {
            throw new Stop(Exit.CANNOT_CREATE, "out.root", out);
        }
        refuseForeign(target, inputs);
        Path unfinished = target.resolveSibling(
                name + UNFINISHED + ProcessHandle.current().pid());
        try {
            clearLeftOvers(target, name.toString());
            Files.createDirectories(unfinished);
        } catch (IOException e) {
            throw new Stop(Exit.CANNOT_CREATE, "out.failed", target, Problems.reason(e));
        }
        var folder = new OutputFolder(target, unfinished);
        Runtime.getRuntime().addShutdownHook(folder.cleaner);
        return folder;
    }

    /** The folder itself where a link leads to one: a link is followed, never replaced. */
    private static Path real(Path out) {
        try {
            return Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new Stop(Exit.CANNOT_CREATE, "out.failed", out, Problems.reason(e));
        }
    }

    /** A file of the result, while it is being written. */
    Path file(String name) {
        return unfinished.resolve(name);
    }

    /** Puts the result in place. An earlier result is moved aside first and removed after. */
    Path finish() throws IOException {
        // Under a name that no run clears away: killed between the two moves, the earlier result is still there.
        Path aside = target.resolveSibling(
                target.getFileName() + ".previous-" + ProcessHandle.current().pid());
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        if (replaces) {
            removeTree(aside);
        }
        return target;
    }

    /** Removes the unfinished folder unless it was put in place. */
    @Override
    public void close() {
        removeUnfinished();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already; nothing is left to do.
        }
    }

    private synchronized void removeUnfinished() {
        if (!finished) {
            try {
                removeTree(unfinished);
            } catch (IOException e) {
                // The folder stays under its unfinished name; the next run clears it away.
            }
        }
    }

    /** Only a folder that is empty or holds nothing but files of a result may be replaced. */
    private static void refuseForeign(Path target, List<Path> inputs) {
        for (Path input : inputs) {
            if (input.toAbsolutePath().normalize().startsWith(target)) {
                throw new Stop(Exit.CANNOT_CREATE, "out.input", input, target);
            }
        }
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new Stop(Exit.CANNOT_CREATE, "out.file", target);
        }
        try (Stream<Path> entries = Files.list(target)) {
            Optional<Path> foreign = entries.filter(entry -> !isResult(entry)).findFirst();
            if (foreign.isPresent()) {
                throw new Stop(
                        Exit.CANNOT_CREATE, "out.foreign", target, foreign.get().getFileName());
            }
        } catch (IOException e) {
            throw new Stop(Exit.CANNOT_CREATE, "out.failed", target, Problems.reason(e));
        }
    }

    private static boolean isResult(Path entry) {
        return Outputs.ALL.contains(String.valueOf(entry.getFileName())) && Files.isRegularFile(entry);
    }

    /** Clears unfinished folders of runs that are no more. */
    private static void clearLeftOvers(Path target, String name) throws IOException {
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling : siblings.toList()) {
                String rest = String.valueOf(sibling.getFileName());
                if (rest.startsWith(name + UNFINISHED)
                        && isDead(rest.substring((name + UNFINISHED).length()))
                        && holdsResultsOnly(sibling)) {
                    removeTree(sibling);
                }
            }
        }
    }

    /** Whether a name ends in nothing but the number of a process that is no more. */
    private static boolean isDead(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean holdsResultsOnly(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(OutputFolder::isResult);
        }
    }

    private static void removeTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                try {
                    Files.deleteIfExists(entry);
                } catch (DirectoryNotEmptyException e) {
                    // A writer of this very run was still busy; its folder keeps the unfinished name.
                }
            }
        }
    }
}
