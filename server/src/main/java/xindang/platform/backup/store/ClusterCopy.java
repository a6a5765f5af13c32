package xindang.platform.backup.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.platform.backup.About;
import xindang.platform.backup.ArchiveWriter;
import xindang.platform.backup.WalSegment;
import xindang.platform.database.DatabaseFailed;
import xindang.platform.database.DatabaseLogin;
import xindang.platform.database.StartRefused;

/**
 * Copies the files of a running database (数据库文件备份), as PostgreSQL 18 documents it in 25.3.4 "Making a Base Backup Using the
 * Low Level API": while it is being written to, then the write-ahead log that makes the copy consistent. A slot keeps that
 * log from being recycled meanwhile; it goes with the connection.
 */
public final class ClusterCopy implements AutoCloseable {

    /** Folder of the database in a data folder and in a backup. */
    public static final String FOLDER = "postgresql";

    private static final String LOG = "pg_wal";
    private static final String CONTROL = "global/pg_control";

    /** Their content belongs to the running server alone (PostgreSQL 18, 25.3.4.3). */
    private static final Set<String> EMPTY = Set.of(
            LOG, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");
    private static final Pattern TEMPORARY = Pattern.compile("pgsql_tmp.*|pg_internal\\.init.*|t\\d+_\\d+.*");

    private final Path data;
    private final Connection connection;
    private final Statement statement;
    private final String first;

    /** Begins: from here on the log is kept. */
    public ClusterCopy(Path folder, DatabaseLogin admin) throws IOException {
        try {
            data = folder.resolve(FOLDER);
            connection = DriverManager.getConnection(admin.url(), admin.user(), admin.password());
            try {
                statement = connection.createStatement();
                String slot = "xindang_backup_" + ProcessHandle.current().pid();
                Migrated.one(connection, "select pg_create_physical_replication_slot('" + slot + "', true, true)");
                first = Migrated.one(connection, "select pg_walfile_name(pg_backup_start('xindang', true))");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** What the backup is of. */
    public About about(String program, Instant now) throws IOException {
        return Migrated.about(connection, About.FILES, program, now, first);
    }

    /** Copies all; answers the moment whose state the copy holds. */
    public String write(ArchiveWriter out) throws IOException {
        try {
            out.folder(FOLDER);
            folder(out, data, "");
            // Last, as the server writes it at each checkpoint: nothing copied may be younger than what it says.
            out.file(FOLDER + "/" + CONTROL, data.resolve(CONTROL));
            String state = Migrated.one(
                    connection,
                    "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
            String last;
            try (ResultSet row = statement.executeQuery(
                    "select pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(false)")) {
                row.next();
                last = row.getString(1);
                byte[] label = row.getBytes(2);
                out.file(FOLDER + "/backup_label", label, label.length);
            }
            log(out, last);
            return state;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private void folder(ArchiveWriter out, Path folder, String within) throws IOException {
        for (Path each : sorted(folder)) {
            String name = within + each.getFileName();
            BasicFileAttributes kind;
            try {
                kind = Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException gone) {
                continue;
            }
            if (LEFT_OUT.contains(name)
                    || name.equals(CONTROL)
                    || TEMPORARY.matcher(each.getFileName().toString()).matches()) {
                continue;
            }
            if (EMPTY.contains(name)) {
                out.folder(FOLDER + "/" + name);
            } else if (kind.isDirectory()) {
                out.folder(FOLDER + "/" + name);
                folder(out, each, name + "/");
            } else if (kind.isRegularFile()) {
                out.file(FOLDER + "/" + name, each);
            } else {
                throw elsewhere(each);
            }
        }
    }

    /** The segments from the first to the last, all of them, and the histories of earlier recoveries. */
    private void log(ArchiveWriter out, String last) throws IOException {
        Path folder = data.resolve(LOG);
        for (WalSegment each = WalSegment.of(first); each.compareTo(WalSegment.of(last)) <= 0; each = each.next()) {
            Path file = folder.resolve(each.name());
            if (!Files.exists(file)) {
                throw new IOException("the write-ahead log lacks " + each.name());
            }
            out.file(FOLDER + "/" + LOG + "/" + each.name(), file);
        }
        for (Path each : sorted(folder)) {
            if (each.toString().endsWith(".history")) {
                out.file(FOLDER + "/" + LOG + "/" + each.getFileName(), each);
            }
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        var held = new ArrayList<Path>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            each.forEach(held::add);
        } catch (NoSuchFileException gone) {
            return List.of();
        }
        Collections.sort(held);
        return held;
    }

    private static StartRefused elsewhere(Path link) {
        return new StartRefused(
                StartRefused.UNAVAILABLE,
                link
                        + " is a link: parts of the database lie outside the data folder, which a backup does not follow.\n"
                        + link + " 是链接:数据库部分内容位于数据目录之外,无法备份。");
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
