package xindang.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.database.StartRefused;

/** Reads the inside of a backup (备份内容读取) and compares it with its list of files. */
final class ArchiveReader implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final InputStream sealed;
    private final TarArchiveInputStream tar;
    private final SortedMap<String, Manifest.Held> met = new TreeMap<>();

    /** What to do with an entry. */
    interface Sink {

        /** A folder; its name without the slash at the end. */
        void folder(String name) throws IOException;

        /** A file; the content ends with the file. */
        void file(String name, InputStream content) throws IOException;
    }

    ArchiveReader(InputStream sealed) throws IOException {
        this.sealed = sealed;
        this.tar = new TarArchiveInputStream(new BufferedInputStream(new GZIPInputStream(sealed, 1 << 16)), "UTF-8");
    }

    /** The first entry. */
    About about() throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null || !entry.getName().equals(About.ENTRY)) {
            throw unlike(About.ENTRY);
        }
        return JSON.readValue(tar.readAllBytes(), About.class);
    }

    /**
     * Hands over all files, then compares.
     *
     * @throws StartRefused with exit code 65 if the files are not those of the list, or if anything follows
     */
    Manifest files(Sink sink) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String name = entry.getName();
            if (name.equals(Manifest.ENTRY)) {
                return compared(JSON.readValue(tar.readAllBytes(), Manifest.class));
            }
            if (entry.isDirectory()) {
                sink.folder(name.substring(0, name.length() - 1));
                met.put(name, new Manifest.Held(0, ""));
            } else if (entry.isFile()) {
                MessageDigest digest = ArchiveWriter.sha256();
                var content = new DigestInputStream(tar, digest);
                sink.file(name, content);
                content.transferTo(OutputStream.nullOutputStream());
                met.put(name, new Manifest.Held(entry.getSize(), HexFormat.of().formatHex(digest.digest())));
            } else {
                throw unlike(name);
            }
        }
        throw unlike(Manifest.ENTRY);
    }

    private Manifest compared(Manifest manifest) throws IOException {
        String first = firstDifference(manifest);
        if (first != null) {
            throw unlike(first);
        }
        if (tar.getNextEntry() != null) {
            throw unlike("an entry after " + Manifest.ENTRY);
        }
        // To the end of the envelope: only there does it say that nothing is missing.
        sealed.transferTo(OutputStream.nullOutputStream());
        return manifest;
    }

    private @Nullable String firstDifference(Manifest manifest) {
        var names = new TreeSet<>(manifest.files().keySet());
        names.addAll(met.keySet());
        for (String name : names) {
            if (!Objects.equals(manifest.files().get(name), met.get(name))) {
                return name;
            }
        }
        return null;
    }

    private static StartRefused unlike(String what) {
        return new StartRefused(
                StartRefused.DAMAGED, "The backup does not hold what its list says: " + what + "\n备份内容与清单不符: " + what);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
