package xindang.identity.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import xindang.identity.Directories;
import xindang.identity.Sessions;
import xindang.identity.Tokens;
import xindang.identity.scim.rest.ScimErrors;
import xindang.platform.access.BearerToken;
import xindang.platform.access.Caller;
import xindang.platform.problem.Problems;
import xindang.platform.problem.Refusal;

/**
 * Finds out who calls (识别调用者), behind the filters of session and security: the user or the directory of a token if the
 * request comes with one, else the user of the session.
 */
@Component
@Order(CallerFilter.ORDER)
public class CallerFilter extends OncePerRequestFilter {

    /** Place in the chain; what needs to know the caller comes later. */
    public static final int ORDER = 10;

    private final Sessions sessions;
    private final Tokens tokens;
    private final Directories directories;
    private final Problems problems;
    private final ScimErrors scimErrors;

    CallerFilter(Sessions sessions, Tokens tokens, Directories directories, Problems problems, ScimErrors scimErrors) {
        this.directories = directories;
        this.scimErrors = scimErrors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = BearerToken.of(request);
        if (token.isPresent()) {
            try {
                caller(token.get(), request).callsBy(request);
            } catch (Refusal refused) {
                refuse(request, response, refused);
                return;
            }
        } else {
            sessions.caller(request).ifPresent(caller -> caller.callsBy(request));
        }
        chain.doFilter(request, response);
    }

    private Caller caller(String token, HttpServletRequest request) {
        return Directories.isToken(token) ? directories.caller(token, request) : tokens.caller(token, request);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refused) throws IOException {
        if (ScimErrors.concerns(request)) {
            scimErrors.write(request, response, refused);
        } else {
            problems.write(request, response, refused);
        }
    }
}
