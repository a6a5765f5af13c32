package xindang.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.problem.Refusal;

/**
 * The house's provider as this installation talks to it (身份提供方): where it sends browsers, and what it says of them. Everything in
 * a token is checked by the library: signature, issuer, audience, time, nonce. Source: OpenID Connect Core 1.0, sections 3.1.2, 3.1.3.
 */
@Component
class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    /** Where the provider's addresses stand is asked anew after this. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    /** Signed by a key of the provider alone: never {@code none}, never with our common secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private final ProviderSettings settings;
    private final ProviderCalls calls;
    private final JsonMapper json;
    private volatile @Nullable Known known;

    Provider(ProviderSettings settings, ProviderCalls calls, JsonMapper json) {
        this.settings = settings;
        this.calls = calls;
        this.json = json;
    }

    /**
     * What belongs to one visit to the provider.
     *
     * @param back where the provider sends the browser back to
     * @param state tells one visit from others
     * @param nonce comes back inside the token
     * @param verifier proves that whoever takes the token is who asked for it
     */
    record Visit(URI back, String state, String nonce, String verifier) {

        @Override
        public String toString() {
            return "Visit";
        }
    }

    /**
     * Whom the provider has signed in.
     *
     * @param subject the provider's own name of the account, which never changes
     * @param login what the claim of logins says; null if the token has none
     */
    record Newcomer(String subject, @Nullable String login) {}

    private record Known(OIDCProviderMetadata about, JWKSource<SecurityContext> keys, Instant until) {}

    /**
     * Where to send a browser.
     *
     * @throws Refusal 503 if the provider cannot be reached
     */
    URI signIn(Visit visit) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(settings.client()),
                        visit.back())
                .endpointURI(known().about().getAuthorizationEndpointURI())
                .state(new State(visit.state()))
                .nonce(new Nonce(visit.nonce()))
                .codeChallenge(new CodeVerifier(visit.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Whom the provider has signed in, by the code a browser came back with.
     *
     * @throws Refusal 503 if the provider cannot be reached, 401 if it does not take the code or its token does not hold
     */
    Newcomer person(String code, Visit visit) {
        String token = token(code, visit);
        Known provider = known();
        try {
            var validator = new IDTokenValidator(
                    new Issuer(settings.issuer()),
                    new ClientID(settings.client()),
                    new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()),
                    null);
            IDTokenClaimsSet claims = validator.validate(JWTParser.parse(token), new Nonce(visit.nonce()));
            return new Newcomer(claims.getSubject().getValue(), claims.getStringClaim(settings.claim()));
        } catch (BadJOSEException | java.text.ParseException unfit) {
            throw refused(unfit);
        } catch (JOSEException noKeys) {
            throw away(noKeys);
        }
    }

    private String token(String code, Visit visit) {
        String form = "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri="
                + encoded(visit.back().toString()) + "&code_verifier=" + encoded(visit.verifier());
        String proof = new ClientSecretBasic(new ClientID(settings.client()), new Secret(settings.secret()))
                .toHTTPAuthorizationHeader();
        HttpResponse<String> answer;
        try {
            answer = calls.post(known().about().getTokenEndpointURI(), form, Map.of("Authorization", proof));
        } catch (IOException e) {
            throw away(e);
        }
        if (answer.statusCode() >= 500) {
            throw away(new IOException("the provider answered " + answer.statusCode()));
        }
        try {
            String token = json.readTree(answer.body()).path("id_token").asString("");
            if (answer.statusCode() == 200 && !token.isEmpty()) {
                return token;
            }
        } catch (JacksonException unreadable) {
            throw refused(unreadable);
        }
        throw Refusal.of(IdentityProblem.PROVIDER_REFUSED);
    }

    /** Two that ask at once get the same. */
    private Known known() {
        Known present = known;
        if (present != null && Instant.now().isBefore(present.until())) {
            return present;
        }
        try {
            String issuer = settings.issuer();
            var about = OIDCProviderMetadata.parse(calls.get(URI.create(issuer.replaceFirst("/+$", "") + WELL_KNOWN)));
            // Another name here would let one provider speak for another.
            if (!about.getIssuer().getValue().equals(issuer)) {
                throw new IOException("the provider calls itself by another name");
            }
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            about.getJWKSetURI().toURL(),
                            address -> new Resource(calls.get(address), "application/json"))
                    .refreshAheadCache(false)
                    .build();
            Known read = new Known(about, keys, Instant.now().plus(KNOWN_FOR));
            known = read;
            return read;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw away(e);
        }
    }

    private static Refusal away(Exception why) {
        LOG.warn("The provider of sign-ins cannot be reached", why);
        return Refusal.of(IdentityProblem.PROVIDER_AWAY);
    }

    /** Why is for those who run the server; what the token held is not told. */
    private static Refusal refused(Exception why) {
        LOG.warn("A sign-in through the provider was refused: {}", String.valueOf(why.getMessage()));
        return Refusal.of(IdentityProblem.PROVIDER_REFUSED);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
