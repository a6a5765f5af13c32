package xindang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import xindang.platform.database.NodesInReach;
import xindang.platform.database.WhoReads;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** Puts the check of rights before every endpoint and hands controllers their caller. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<AccessRecord> record;

    /** The record is asked for late: it stands on the database, which stands on what this configuration provides. */
    AccessConfiguration(ObjectProvider<AccessRecord> record) {
        this.record = record;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RightsCheck(record::getObject));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    /** What a request reaches: the caller's nodes and companies. */
    @Bean
    static NodesInReach nodesInReach() {
        return () -> RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Caller.of(request.getRequest()).map(Caller::withinWall).orElse(List.of())
                : List.of();
    }

    /** Whose clearance counts: the caller's. */
    @Bean
    static WhoReads whoReads() {
        return () -> RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Caller.of(request.getRequest()).map(Caller::id).orElse(null)
                : null;
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
            if (request == null) {
                throw new IllegalStateException("no servlet request");
            }
            return Caller.of(request).orElseThrow(() -> Refusal.of(Code.NOT_SIGNED_IN));
        }
    }
}
