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
import xindang.identity.Sessions;
import xindang.platform.access.Caller;
import xindang.platform.access.Open;
import xindang.platform.access.Right;
import xindang.platform.problem.Refusal;
import xindang.secrecy.SecondFactorDemand;
import xindang.secrecy.SecrecyProblem;

/** Lets nobody past the own account who has no second factor, wherever the house demands one (第二因素检查); the only place that looks. */
@Configuration(proxyBeanMethods = false)
class SecondFactorCheck implements WebMvcConfigurer {

    /** Behind the check of rights and before that of the agreement. */
    private static final int ORDER = 4;

    private static final String IDENTITY = "/api/v1/identity/";

    /** The own account, where one is set up: first words behind {@code /identity/}. */
    private static final Set<String> OWN_ACCOUNT =
            Set.of("session", "sessions", "account", "password", "second-factor", "passkeys");

    private static final String SELF = "/api/v1/secrecy/self";

    private final SecondFactorDemand demand;

    SecondFactorCheck(SecondFactorDemand demand) {
        this.demand = demand;
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
                    || Sessions.isByProvider(request)
                    || isOwnAccount(
                            String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))) {
                return true;
            }
            if (demand.isUnmet(caller.get())) {
                throw Refusal.of(SecrecyProblem.SECOND_FACTOR_NEEDED);
            }
            return true;
        }
    }

    private static boolean isOwnAccount(String route) {
        return route.equals(SELF)
                || OWN_ACCOUNT.stream()
                        .map(IDENTITY::concat)
                        .anyMatch(own -> route.equals(own) || route.startsWith(own + "/"));
    }
}
