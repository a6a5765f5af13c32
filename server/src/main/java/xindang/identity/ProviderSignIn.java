package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import xindang.identity.store.ProviderStore;
import xindang.platform.problem.Refusal;

/**
 * Signs a person in through the house's provider (单点登录): the browser goes there with a state and comes back with a code. What
 * it came from waits in the database, once and for ten minutes, and only for the browser that began; the cookie of sessions is
 * not sent by a browser that another site sends here, so a cookie of its own tells which one that is.
 */
@Service
public class ProviderSignIn {

    /** How long somebody may be away at the provider. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** Below the public address; the provider is told of it once. */
    public static final String BACK = "/api/v1/identity/provider/callback";

    private static final int SECRET_BYTES = 32;

    /** Paths of our own, as browsers write them: two slashes, or one turned round, would be another site. */
    private static final Pattern OWN_PATH =
            Pattern.compile("/(?!/)(?:[A-Za-z0-9/?&=._~:@!$'()*+,;-]|%[0-9A-Fa-f]{2}){0,999}");

    private final SecureRandom random = new SecureRandom();
    private final ProviderSettings settings;
    private final Provider provider;
    private final ProviderStore store;
    private final ProviderLinks links;
    private final PublicAddress address;
    private final Guesses guesses;
    private final SignInTrail trail;

    ProviderSignIn(
            ProviderSettings settings,
            Provider provider,
            ProviderStore store,
            ProviderLinks links,
            PublicAddress address,
            Guesses guesses,
            SignInTrail trail) {
        this.settings = settings;
        this.provider = provider;
        this.store = store;
        this.links = links;
        this.address = address;
        this.guesses = guesses;
        this.trail = trail;
    }

    /**
     * A browser that leaves for the provider.
     *
     * @param location where to
     * @param browser what only this browser is to know
     */
    public record Leaving(URI location, String browser) {

        @Override
        public String toString() {
            return "Leaving";
        }
    }

    /**
     * What a browser comes back with; null for what is missing.
     *
     * @param browser the value it was given
     * @param error what the provider says went wrong
     * @param issuer who says so (RFC 9207)
     */
    public record Return(
            @Nullable String browser,
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {

        @Override
        public String toString() {
            return "Return";
        }
    }

    /**
     * Who came back, and where he wanted to go.
     *
     * @param user null if he is not let in
     * @param refusal why not; null if he is
     */
    public record Arrival(@Nullable User user, @Nullable Refusal refusal, String next) {}

    /** What people call the provider, maybe nothing; empty without one. */
    public Optional<String> label() {
        return settings.isOn() ? Optional.of(settings.label()) : Optional.empty();
    }

    /**
     * Lets a browser go.
     *
     * @param next page to come back to; other sites count as the first page
     * @throws Refusal 409 if there is no provider, 503 if it cannot be reached
     */
    public Leaving begin(@Nullable String next, HttpServletRequest request) {
        URI back = back(request);
        var visit = new Provider.Visit(back, secret(), secret(), secret());
        URI location = provider.signIn(visit);
        String browser = secret();
        String page = next != null && OWN_PATH.matcher(next).matches() ? next : "/";
        store.begin(
                new ProviderStore.Request(
                        Hashes.sha256(visit.state()), Hashes.sha256(browser), visit.nonce(), visit.verifier(), page),
                now(),
                now().plus(LONGEST));
        return new Leaving(location, browser);
    }

    /** Judges what a browser came back with; what does not hold is recorded. */
    public Arrival finish(Return come, HttpServletRequest request) {
        Optional<ProviderStore.Request> begun = Optional.empty();
        try {
            URI back = back(request);
            Guesses.Guess guess = guesses.begin("provider " + request.getRemoteAddr(), request.getRemoteAddr());
            begun = take(come);
            User user = user(come, begun, back);
            guesses.right(guess);
            return new Arrival(user, null, begun.orElseThrow().next());
        } catch (Refusal refusal) {
            return new Arrival(
                    null, refusal, begun.map(ProviderStore.Request::next).orElse("/"));
        }
    }

    private Optional<ProviderStore.Request> take(Return come) {
        return come.browser() == null || come.state() == null
                ? Optional.empty()
                : store.take(Hashes.sha256(come.state()), Hashes.sha256(come.browser()), now());
    }

    private User user(Return come, Optional<ProviderStore.Request> begun, URI back) {
        String code = come.code();
        boolean whole = begun.isPresent()
                && code != null
                && come.error() == null
                && (come.issuer() == null || come.issuer().equals(settings.issuer()));
        if (!whole) {
            trail.providerRefused(settings.issuer(), begun.isPresent() ? "answer" : "state");
            throw Refusal.of(IdentityProblem.PROVIDER_REFUSED);
        }
        ProviderStore.Request request = begun.orElseThrow();
        Provider.Newcomer person;
        try {
            person = provider.person(
                    String.valueOf(code), new Provider.Visit(back, "", request.nonce(), request.verifier()));
        } catch (Refusal refusal) {
            if (refusal.code() == IdentityProblem.PROVIDER_REFUSED) {
                trail.providerRefused(settings.issuer(), "token");
            }
            throw refusal;
        }
        return links.userOf(settings.issuer(), person);
    }

    private URI back(HttpServletRequest request) {
        if (!settings.isOn()) {
            throw Refusal.of(IdentityProblem.NOT_OFFERED);
        }
        URI origin = address.origin(request).orElseThrow(() -> Refusal.of(IdentityProblem.NOT_OFFERED));
        return URI.create(origin + BACK);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The machine's own time, whatever the business date. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
