package xindang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The token a request of a program carries (接口令牌). No other site can make a browser send this header, so such a request needs no
 * token against forgery; and a session beside it does not count.
 */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The token of a request, good or not. */
    public static Optional<String> of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
