package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address browsers know this installation by (对外地址), which passkeys are bound to. It is told by whoever runs the server; what
 * a request says of its host anybody can make up, so that counts on the machine itself only.
 */
@Component
class PublicAddress {

    private static final String LOCAL = "localhost";

    private final String told;

    PublicAddress(@Value("${xindang.public-address:}") String told) {
        this.told = told.strip().replaceFirst("/+$", "");
        if (!this.told.isEmpty() && !isOrigin(URI.create(this.told))) {
            throw new IllegalArgumentException("xindang.public-address must be like https://credit.example.com");
        }
    }

    /** Scheme, host and port; nothing if nobody told it and the request is not one of the machine itself. */
    Optional<URI> origin(HttpServletRequest request) {
        if (!told.isEmpty()) {
            return Optional.of(URI.create(told));
        }
        if (!request.getServerName().equals(LOCAL)) {
            return Optional.empty();
        }
        int port = request.getServerPort();
        return Optional.of(
                URI.create(request.getScheme() + "://" + LOCAL + (port == 80 || port == 443 ? "" : ":" + port)));
    }

    /** Browsers give passkeys to https only, save on the machine itself. */
    private static boolean isOrigin(URI address) {
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOCAL.equals(address.getHost()));
        return safe && address.getHost() != null && address.getRawPath().isEmpty() && address.getRawQuery() == null;
    }
}
