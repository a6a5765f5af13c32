package xindang.secrecy.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import xindang.platform.access.Caller;
import xindang.platform.access.Open;
import xindang.platform.access.Right;
import xindang.platform.problem.Refusal;
import xindang.secrecy.AgreementBook;
import xindang.secrecy.SecrecyProblem;

/** Lets nobody past who has not acknowledged the agreement (签署检查), wherever the house asks for one; the only place that looks. */
@Configuration(proxyBeanMethods = false)
class AgreementCheck implements WebMvcConfigurer {

    /** Behind the check of rights, before the gate. */
    private static final int ORDER = 5;

    /** Who one is, signing out, and the agreement itself. */
    private static final Set<String> ALWAYS =
            Set.of("/api/v1/identity/session", "/api/v1/secrecy/self", "/api/v1/secrecy/agreement/acknowledgement");

    private final AgreementBook agreements;

    AgreementCheck(AgreementBook agreements) {
        this.agreements = agreements;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Check()).order(ORDER);
    }

    private final class Check implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Optional<Caller> caller = Caller.of(request);
            if (caller.isEmpty()
                    || !(handler instanceof HandlerMethod endpoint)
                    || endpoint.hasMethodAnnotation(Open.class)
                    || caller.get().may(Right.DIRECTORY)
                    || ALWAYS.contains(
                            String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))) {
                return true;
            }
            if (agreements.isNeeded(caller.get())) {
                throw Refusal.of(SecrecyProblem.AGREEMENT_NEEDED);
            }
            return true;
        }
    }
}
