package xindang.identity.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import xindang.identity.Sessions;

/** Finds out who calls (识别调用者), behind the filters of session and security. */
@Component
@Order(CallerFilter.ORDER)
public class CallerFilter extends OncePerRequestFilter {

    /** Place in the chain; what needs to know the caller comes later. */
    public static final int ORDER = 10;

    private final Sessions sessions;

    CallerFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.caller(request).ifPresent(caller -> caller.callsBy(request));
        chain.doFilter(request, response);
    }
}
