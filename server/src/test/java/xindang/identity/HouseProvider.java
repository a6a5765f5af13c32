package xindang.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small provider of sign-ins that keeps to the standard, and whose tokens a test can spoil (测试用身份提供方). */
final class HouseProvider implements AutoCloseable {

    static final String CLIENT = "xindang-test";
    static final String SECRET = "not a secret";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Visit> codes = new ConcurrentHashMap<>();

    /** What a test does to a token. */
    enum Spoiled {
        NOTHING,
        NONCE,
        AUDIENCE,
        ISSUER,
        EXPIRED,
        FOREIGN_KEY,
        UNKNOWN_KEY,
        COMMON_SECRET,
        UNSIGNED
    }

    private record Visit(
            Map<String, String> asked,
            String subject,
            @Nullable String login,
            Spoiled spoiled) {}

    HouseProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, about()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    /** Its name. */
    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Signs somebody in who was sent here, and gives what the browser goes back with. */
    String signsIn(String location, String subject, @Nullable String login, Spoiled spoiled) {
        Map<String, String> asked = form(URI.create(location).getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, new Visit(asked, subject, login, spoiled));
        return "code=" + code + "&state=" + asked.get("state") + "&iss=" + issuer();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String about() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
    }

    /** Gives a token for a code once, to whoever asked for it (RFC 7636) and proves to be the client. */
    private void token(HttpExchange exchange) throws IOException {
        var sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String proof = Base64.getEncoder()
                .encodeToString(("xindang-test:" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
        Visit visit = codes.remove(sent.getOrDefault("code", ""));
        boolean right = visit != null
                && ("Basic " + proof).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && String.valueOf(sent.get("redirect_uri")).equals(visit.asked().get("redirect_uri"))
                && challenge(sent.getOrDefault("code_verifier", ""))
                        .equals(visit.asked().get("code_challenge"));
        if (visit == null || !right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        try {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken(visit) + "\"}");
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private String idToken(Visit visit) throws JOSEException {
        Spoiled spoiled = visit.spoiled();
        Instant now = Instant.now();
        Instant made = spoiled == Spoiled.EXPIRED ? now.minusSeconds(3600) : now;
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(spoiled == Spoiled.ISSUER ? "https://other.example.com" : issuer())
                .subject(visit.subject())
                .audience(spoiled == Spoiled.AUDIENCE ? "somebody-else" : CLIENT)
                .issueTime(Date.from(made))
                .expirationTime(Date.from(made.plusSeconds(300)))
                .claim(
                        "nonce",
                        spoiled == Spoiled.NONCE ? "another" : visit.asked().get("nonce"))
                .claim("preferred_username", visit.login())
                .build();
        if (spoiled == Spoiled.UNSIGNED) {
            return new com.nimbusds.jwt.PlainJWT(claims).serialize();
        }
        if (spoiled == Spoiled.COMMON_SECRET) {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new com.nimbusds.jose.crypto.MACSigner(SECRET.repeat(4)));
            return token.serialize();
        }
        RSAKey signing = switch (spoiled) {
            case FOREIGN_KEY -> new RSAKeyGenerator(2048).keyID("one").generate();
            case UNKNOWN_KEY -> new RSAKeyGenerator(2048).keyID("two").generate();
            default -> key;
        };
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signing.getKeyID())
                        .build(),
                claims);
        token.sign(new RSASSASigner(signing));
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fields as forms and addresses carry them. */
    static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        Stream.of(text.split("&", -1)).forEach(field -> {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        });
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
