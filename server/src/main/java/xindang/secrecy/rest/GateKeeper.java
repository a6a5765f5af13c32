package xindang.secrecy.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.secrecy.FileGate;

/**
 * Puts the gate before every endpoint that is about one file (查阅拦截): its address lies below that of the file, names it as
 * {@code customer}, or is that of a decision about it. New endpoints of these shapes are in by themselves.
 */
@Configuration(proxyBeanMethods = false)
class GateKeeper implements WebMvcConfigurer {

    /** Behind the check of rights. */
    private static final int ORDER = 10;

    private static final String FILE = "/api/v1/customerfile/customers/{id}";
    private static final String DECISION = "/api/v1/platform/decisions/{id}";

    private final FileGate gate;

    GateKeeper(FileGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AtTheGate()).order(ORDER);
    }

    private final class AtTheGate implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Optional<Caller> caller = Caller.of(request);
            if (caller.isEmpty()) {
                return true;
            }
            String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            boolean passes = file(request, pattern)
                    .map(id -> gate.passes(caller.get(), id))
                    .orElse(true);
            // Of a closed file its head may be seen, which is all that is left of it.
            if (!passes && !(pattern.equals(FILE) && request.getMethod().equals("GET"))) {
                throw Refusal.of(Code.ABOVE_CLEARANCE);
            }
            return true;
        }

        private Optional<UUID> file(HttpServletRequest request, String pattern) {
            if (pattern.equals(FILE) || pattern.startsWith(FILE + "/")) {
                return id(variable(request));
            }
            if (pattern.equals(DECISION)) {
                return id(variable(request)).flatMap(gate::subject);
            }
            return id(request.getParameter("customer"));
        }
    }

    private static @org.jspecify.annotations.Nullable Object variable(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.get("id")
                : null;
    }

    /** What is no id is refused by the endpoint itself. */
    private static Optional<UUID> id(@org.jspecify.annotations.Nullable Object text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
