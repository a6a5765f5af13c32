package xindang.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The house's own provider of sign-ins (单点登录设置), as told by whoever runs the server; off unless told. */
@Component
class ProviderSettings {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;
    private final String client;
    private final String secret;
    private final String label;
    private final String claim;

    ProviderSettings(
            @Value("${xindang.oidc.issuer:}") String issuer,
            @Value("${xindang.oidc.client:}") String client,
            @Value("${xindang.oidc.secret-file:}") String secretFile,
            @Value("${xindang.oidc.label:}") String label,
            @Value("${xindang.oidc.login-claim:preferred_username}") String claim)
            throws IOException {
        this.issuer = issuer.strip();
        this.client = client.strip();
        this.label = label.strip();
        this.claim = claim.strip();
        this.secret = secretFile.isBlank()
                ? ""
                : Files.readString(Path.of(secretFile.strip())).strip();
        if (isOn() && (!isSafe(URI.create(this.issuer)) || this.client.isEmpty() || secret.isEmpty())) {
            throw new IllegalArgumentException(
                    "xindang.oidc.issuer must begin with https://, and needs xindang.oidc.client and xindang.oidc.secret-file");
        }
    }

    /** Whether there is a provider. */
    boolean isOn() {
        return !issuer.isEmpty();
    }

    /** Its name, as its tokens say it. */
    String issuer() {
        return issuer;
    }

    /** What the provider calls this installation. */
    String client() {
        return client;
    }

    /** What this installation proves to the provider that it is itself by. */
    String secret() {
        return secret;
    }

    /** What people call the provider; empty if nobody said. */
    String label() {
        return label;
    }

    /** Which claim of a token names the login, at a first sign-in. */
    String claim() {
        return claim;
    }

    /** Tokens and secrets go by TLS only, save to a provider on the machine itself. */
    boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme())
                                && THIS_MACHINE.contains(address.getHost())
                                && THIS_MACHINE.contains(
                                        String.valueOf(URI.create(issuer).getHost()))));
    }
}
