package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import xindang.identity.Directories;
import xindang.identity.IdentityProblem;
import xindang.identity.scim.rest.ScimErrors;
import xindang.platform.access.BearerToken;
import xindang.platform.access.Right;
import xindang.platform.problem.Refusal;

/**
 * Keeps programs away from what belongs to signing in (令牌限制): of identity a token only reads, and only what a right of its own
 * covers. By the class that answers, not by the address, which can be written in more than one way.
 */
@Configuration(proxyBeanMethods = false)
class TokenLimits implements WebMvcConfigurer {

    private static final String IDENTITY = TokenLimits.class.getPackageName();

    /** What directories talk to; their tokens open nothing else, and nothing else opens it. */
    private static final String SCIM = ScimErrors.class.getPackageName();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Limit());
    }

    private static final class Limit implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Optional<String> token = BearerToken.of(request);
            if (token.isEmpty() || !(handler instanceof HandlerMethod endpoint)) {
                return true;
            }
            if (Directories.isToken(token.get())
                    != endpoint.getBeanType().getPackageName().equals(SCIM)) {
                throw Refusal.of(IdentityProblem.NOT_FOR_TOKENS);
            }
            Right right = endpoint.getMethodAnnotation(Right.class);
            boolean own = right != null && right.value().equals(Right.SIGNED_IN);
            // What everybody may do for himself no right of a token covers.
            if (own && !request.getMethod().equals("GET")) {
                throw Refusal.of(IdentityProblem.NOT_FOR_TOKENS);
            }
            if (endpoint.getBeanType().getPackageName().startsWith(IDENTITY) && !reads(request, right)) {
                throw Refusal.of(IdentityProblem.NOT_FOR_TOKENS);
            }
            return true;
        }

        private static boolean reads(HttpServletRequest request, @Nullable Right right) {
            return request.getMethod().equals("GET")
                    && right != null
                    && !right.value().equals(Right.SIGNED_IN);
        }
    }
}
