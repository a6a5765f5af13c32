package xindang.assess;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import xindang.engine.decision.Sha256;

/** SHA-256 of the ledger files, taken beside the reading, so that decisions name what they were made from. */
final class InputDigests implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final FutureTask<List<Map<String, Object>>> task;

    InputDigests(List<Path> files) {
        task = new FutureTask<>(() -> digests(files));
        Thread.ofPlatform().daemon().name("input digests").start(task);
    }

    /** Name, length and SHA-256 of each file; waits until they are known. */
    List<Map<String, Object>> inputs() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        task.cancel(true);
    }

    private static List<Map<String, Object>> digests(List<Path> files) throws IOException {
        var inputs = new ArrayList<Map<String, Object>>();
        for (Path file : files) {
            MessageDigest digest = Sha256.digest();
            long length = 0;
            try (InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0 && !Thread.interrupted(); n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                    length += n;
                }
            }
            inputs.add(Map.of(
                    "file", String.valueOf(file.getFileName()),
                    "bytes", length,
                    "sha256", HexFormat.of().formatHex(digest.digest())));
        }
        return inputs;
    }
}
