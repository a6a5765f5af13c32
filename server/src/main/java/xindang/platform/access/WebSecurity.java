package xindang.platform.access;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import xindang.platform.problem.Code;
import xindang.platform.problem.Problems;
import xindang.platform.problem.Refusal;

/**
 * What Spring Security does here (安全设置): tokens against forged requests, headers, a strict look at addresses. Who is signed in
 * is decided by identity, what he may do by {@link RightsCheck}.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Whether people reach the system by TLS, which ends at a proxy before it. */
    private final boolean tls;

    WebSecurity(@Value("${xindang.public-address:}") String publicAddress) {
        this.tls = publicAddress.startsWith("https://");
    }

    /** The cookie of the session goes by TLS only, where there is TLS. */
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie() {
        return serializer -> {
            if (tls) {
                serializer.setUseSecureCookie(true);
            }
        };
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Problems problems) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/").secure(tls));
        http.csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(
                                request -> BearerToken.of(request).isPresent()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .httpStrictTransportSecurity(strict -> strict.requestMatcher(_ -> tls))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, _) -> problems.write(request, response, Refusal.of(Code.CSRF_MISSING))))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.values())
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
        return http.build();
    }

    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, _) -> problems.write(request, response, Refusal.of(Code.MALFORMED_REQUEST));
    }
}
