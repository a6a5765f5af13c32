package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.ProviderSignIn;
import xindang.identity.Sessions;
import xindang.identity.SignInTrail;
import xindang.identity.User;
import xindang.platform.access.Open;
import xindang.platform.problem.Refusal;

/** Signing in through the house's provider (单点登录). */
@RestController
@RequestMapping("/api/v1/identity/provider")
class ProviderController {

    private static final String COOKIE = "XD_PROVIDER";

    private final ProviderSignIn signIn;
    private final SignInTrail trail;
    private final Sessions sessions;
    private final boolean tls;

    ProviderController(
            ProviderSignIn signIn,
            SignInTrail trail,
            Sessions sessions,
            @Value("${xindang.public-address:}") String publicAddress) {
        this.signIn = signIn;
        this.trail = trail;
        this.sessions = sessions;
        this.tls = publicAddress.startsWith("https://");
    }

    /**
     * Whether there is a provider.
     *
     * @param label what people call it; null if nobody said
     */
    record ProviderOffer(boolean offered, @Nullable String label) {}

    record ProviderWish(@Nullable @Size(max = 1000) String next) {}

    record ProviderWay(String location) {}

    @GetMapping
    @Open("the page of signing in asks")
    ProviderOffer offer() {
        return signIn.label()
                .map(label -> new ProviderOffer(true, label.isEmpty() ? null : label))
                .orElseGet(() -> new ProviderOffer(false, null));
    }

    @PostMapping("/sign-in")
    @Open("nobody is signed in yet")
    ResponseEntity<ProviderWay> begin(@Valid @RequestBody ProviderWish wish, HttpServletRequest request) {
        ProviderSignIn.Leaving leaving = signIn.begin(wish.next(), request);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(leaving.browser(), ProviderSignIn.LONGEST))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new ProviderWay(leaving.location().toString()));
    }

    /** Whatever comes of it, a person reads it on a page. */
    @GetMapping("/callback")
    @Open("nobody is signed in yet")
    ResponseEntity<Void> comeBack(
            @CookieValue(name = COOKIE, required = false) @Nullable String browser,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request) {
        var come = new ProviderSignIn.Return(browser, state, code, error, iss);
        ProviderSignIn.Arrival arrival = signIn.finish(come, request);
        User user = arrival.user();
        if (user != null) {
            trail.entered(user, "provider");
            sessions.beginByProvider(request, user);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(page(arrival))
                .build();
    }

    private static URI page(ProviderSignIn.Arrival arrival) {
        Refusal refusal = arrival.refusal();
        return URI.create(
                refusal == null
                        ? arrival.next()
                        : "/sign-in?problem=" + refusal.code().id() + "&next="
                                + URLEncoder.encode(arrival.next(), StandardCharsets.UTF_8));
    }

    /** Lax, as the browser comes back from another site; and sent to nothing but this. */
    private String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(tls)
                .sameSite("Lax")
                .path(ProviderSignIn.BACK)
                .maxAge(age)
                .build()
                .toString();
    }
}
