package xindang.platform.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the roles of the database in the data folder (数据库口令): made once, kept in a file that only the operator
 * reads.
 *
 * @param admin of the superuser {@value #ADMIN}, used to make roles and databases
 * @param owner of {@code xd_owner}
 * @param app of {@code xd_app}
 * @param engine of {@code xd_engine}
 */
record Passwords(String admin, String owner, String app, String engine) {

    /** Name of the superuser. */
    static final String ADMIN = "xd_admin";

    private static final int BYTES = 24;

    /** Reads the file, or makes it with new passwords. */
    static Passwords of(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new Passwords(
                word(properties, file, "admin"),
                word(properties, file, "owner"),
                word(properties, file, "app"),
                word(properties, file, "engine"));
    }

    private static void make(Path file) throws IOException {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (String role : new String[] {"admin", "owner", "app", "engine"}) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            text.append(role)
                    .append('=')
                    .append(HexFormat.of().formatHex(bytes))
                    .append('\n');
        }
        Path partial = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(partial);
        Files.createFile(partial);
        DataFolder.restrict(partial, "rw-------");
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String word(Properties properties, Path file, String role) {
        String word = properties.getProperty(role);
        if (word == null || word.isEmpty()) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    file + " lacks the password of " + role + "; restore the file.\n" + file + " 缺少 " + role
                            + " 的口令,请恢复该文件。");
        }
        return word;
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "Passwords";
    }
}
