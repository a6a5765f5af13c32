package xindang.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server of the house (邮件设置), told by whoever runs the server; nothing of it is shown but the domains. */
@Component
public class MailSettings {

    private static final int HIGHEST_PORT = 65_535;

    private final String host;
    private final int port;
    private final String from;
    private final String user;
    private final String password;
    private final boolean startTls;
    private final List<String> domains;

    MailSettings(
            @Value("${xindang.mail.host:}") String host,
            @Value("${xindang.mail.port:587}") int port,
            @Value("${xindang.mail.from:}") String from,
            @Value("${xindang.mail.user:}") String user,
            @Value("${xindang.mail.password-file:}") String passwordFile,
            @Value("${xindang.mail.starttls:true}") boolean startTls,
            @Value("${xindang.mail.domains:}") String domains) {
        this.host = host.strip();
        this.port = port;
        this.from = from.strip();
        this.user = user;
        this.password = passwordFile.isBlank() ? "" : read(Path.of(passwordFile.strip()));
        this.startTls = startTls;
        this.domains = Arrays.stream(domains.split(",", -1))
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .filter(one -> !one.isEmpty())
                .toList();
        if (isOn() && (this.from.isEmpty() || this.domains.isEmpty() || port < 1 || port > HIGHEST_PORT)) {
            throw new IllegalArgumentException(
                    "xindang.mail.host needs xindang.mail.from and xindang.mail.domains, such as example.com; docs/operations/notification.md");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("xindang.mail.password-file cannot be read", e);
        }
    }

    /** Whether mail is sent at all. */
    public boolean isOn() {
        return !host.isEmpty();
    }

    /** Domains that mail may go to, so that nobody has the house's notices sent elsewhere. */
    public List<String> domains() {
        return domains;
    }

    /** Whether mail may go to an address. */
    public boolean mayGoTo(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && domains.contains(address.substring(at + 1).toLowerCase(Locale.ROOT));
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String from() {
        return from;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    boolean startTls() {
        return startTls;
    }
}
