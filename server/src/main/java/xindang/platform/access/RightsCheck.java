package xindang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/** Lets a request reach its endpoint only if that is open or the caller has its right (权限检查); closed by default. */
final class RightsCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod endpoint) || endpoint.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Right right = endpoint.getMethodAnnotation(Right.class);
        Caller caller = Caller.of(request).orElseThrow(() -> Refusal.of(Code.NOT_SIGNED_IN));
        if (right == null || !caller.may(right.value())) {
            String needed = right == null ? "undeclared" : right.value();
            throw Refusal.of(
                    Code.RIGHT_MISSING, new Reason(null, null, Map.of("right", needed, "role", caller.role())));
        }
        return true;
    }
}
