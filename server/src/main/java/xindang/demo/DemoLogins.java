package xindang.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/** Logins of the demonstration (演示登录): passwords of its own for each installation, in a file that only its operator may read. */
final class DemoLogins {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Map<Person, String> passwords = new EnumMap<>(Person.class);

    private DemoLogins() {}

    /** Makes passwords for everybody. */
    static DemoLogins made() {
        var random = new SecureRandom();
        var logins = new DemoLogins();
        for (Person person : Person.values()) {
            logins.passwords.put(person, password(random));
        }
        return logins;
    }

    /** A password for a first sign-in; nobody needs it afterwards. */
    static String first() {
        return password(new SecureRandom());
    }

    private static String password(SecureRandom random) {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            password.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
                    .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    /** The password of somebody. */
    String password(Person person) {
        return passwords.getOrDefault(person, "");
    }

    /** Writes them down; the file exists with its rights before it holds anything. */
    void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, table());
    }

    /** Login, password, person and role, a line each. */
    String table() {
        var table = new StringBuilder();
        passwords.forEach((person, password) ->
                table.append("%-10s %s  %s (%s)%n".formatted(person.login(), password, person.shown(), person.role())));
        return table.toString();
    }
}
