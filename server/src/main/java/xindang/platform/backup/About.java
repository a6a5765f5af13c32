package xindang.platform.backup;

import org.jspecify.annotations.Nullable;

/**
 * What a backup is of (备份说明), its first entry, so that one that does not fit is refused at once.
 *
 * @param format version of the form inside the envelope
 * @param kind {@value #FILES} or {@value #TABLES}
 * @param program version of the program that made it
 * @param postgresql major version of PostgreSQL
 * @param migration latest migration of its tables
 * @param begun when it was begun, UTC
 * @param wal first segment of write-ahead log that recovery needs; null for tables
 */
public record About(
        int format,
        String kind,
        String program,
        int postgresql,
        String migration,
        String begun,
        @Nullable String wal) {

    /** The version written here. */
    public static final int FORMAT = 1;

    /** A copy of the database's own files. */
    public static final String FILES = "files";

    /** An export of all tables. */
    public static final String TABLES = "tables";

    /** Name of the entry. */
    static final String ENTRY = "about.json";
}
