package xindang.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Where contents are kept (内容存储), each once under its SHA-256. A content is written beside its place and gets it whole and on the
 * disk, or not at all.
 */
public interface ContentStore {

    /**
     * A content that was received and has no place yet; close it whatever becomes of it.
     *
     * @param file where it waits
     * @param sha256 its hash
     * @param size bytes
     */
    record Received(Path file, String sha256, long size) implements AutoCloseable {

        /** Removes what got no place. */
        @Override
        public void close() throws IOException {
            java.nio.file.Files.deleteIfExists(file);
        }
    }

    /**
     * Takes a content in, as it comes.
     *
     * @param most bytes; what is longer is cut off, and nothing of it stays
     * @throws xindang.platform.problem.Refusal 413 for one that is longer
     */
    Received receive(InputStream content, long most) throws IOException;

    /** Gives a content its place; when this returns, it is on the disk. */
    void keep(Received content) throws IOException;

    /**
     * Opens a content, of which every byte was read and compared with its hash before.
     *
     * @throws Damaged if it is missing or another one
     */
    InputStream open(String sha256, long size) throws IOException;

    /**
     * Removes contents, and what never got a place.
     *
     * @param before only what was put there before
     * @param removable asked of each hash under the lock of {@link Documents}
     * @return how many were removed
     */
    int sweep(Instant before, Predicate<String> removable) throws IOException;

    /** A content that is not what it was (内容损坏). */
    final class Damaged extends IOException {

        private static final long serialVersionUID = 1;

        /** Says of which content. */
        public Damaged(String message) {
            super(message);
        }
    }
}
