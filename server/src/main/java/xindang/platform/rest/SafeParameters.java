package xindang.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import xindang.platform.problem.Code;
import xindang.platform.problem.Problems;
import xindang.platform.problem.Refusal;

/** Refuses addresses whose path or query holds text that cannot be stored (地址检查). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SafeParameters extends OncePerRequestFilter {

    private final Problems problems;

    SafeParameters(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (holdsNul(request.getRequestURI()) || holdsNul(request.getQueryString())) {
            problems.write(request, response, Refusal.of(Code.MALFORMED_REQUEST));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean holdsNul(@Nullable String encoded) {
        return encoded != null && (encoded.contains("%00") || encoded.indexOf('\0') >= 0);
    }
}
