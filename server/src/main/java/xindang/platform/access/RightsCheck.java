package xindang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Lets a request reach its endpoint only if that is open or the caller has its right (权限检查), and only within the nodes where
 * he has it; closed by default. What auditors open is recorded here, for all endpoints alike (docs/adr/0087).
 */
final class RightsCheck implements HandlerInterceptor {

    private final Supplier<AccessRecord> record;

    RightsCheck(Supplier<AccessRecord> record) {
        this.record = record;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod endpoint) || endpoint.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Right right = endpoint.getMethodAnnotation(Right.class);
        Caller caller = Caller.of(request).orElseThrow(() -> Refusal.of(Code.NOT_SIGNED_IN));
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (right == null || !(reads ? caller.may(right.value()) : caller.mayChange(right.value()))) {
            String needed = right == null ? "undeclared" : right.value();
            String route =
                    request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            record.get().refused(caller, needed, route);
            throw Refusal.of(
                    Code.RIGHT_MISSING, new Reason(null, null, Map.of("right", needed, "role", caller.role())));
        }
        Caller narrowed = reads ? caller.within(right.value()) : caller.changing(right.value());
        narrowed.callsBy(request);
        if (reads && right.scope() != Scope.OWN && caller.isWatched(right.value())) {
            record.get().read(narrowed, request.getRequestURI(), request.getQueryString());
        }
        return true;
    }
}
