package xindang.platform.backup;

import java.util.SortedMap;

/**
 * What a backup holds (备份清单), its last entry.
 *
 * @param state the moment whose state the backup holds: everything acknowledged before is in it; UTC
 * @param files files by name; folders end in a slash and have no hash
 */
public record Manifest(String state, SortedMap<String, Held> files) {

    /** Name of the entry. */
    static final String ENTRY = "manifest.json";

    /**
     * One file.
     *
     * @param bytes its length
     * @param sha256 hash of its content, hexadecimal
     */
    public record Held(long bytes, String sha256) {}

    /** Length of all files together. */
    long bytes() {
        return files.values().stream().mapToLong(Held::bytes).sum();
    }
}
