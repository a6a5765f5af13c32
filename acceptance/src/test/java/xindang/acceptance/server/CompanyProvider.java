package xindang.acceptance.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider of sign-ins on another site than the server (身份提供方), as small as the standard allows: it knows one person, who is
 * always signed in there, and sends browsers straight back.
 */
final class CompanyProvider implements AutoCloseable {

    private final HttpServer server;
    private final KeyPair key;
    private final String login;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile boolean refusing;

    CompanyProvider(String login) throws IOException, GeneralSecurityException {
        this.login = login;
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, about()));
        server.createContext("/keys", exchange -> answer(exchange, keys()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    /** Its name: an address of numbers is another site than {@code localhost}. */
    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it refuses whoever comes. */
    void refuse() {
        refusing = true;
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

    private String keys() {
        var open = (RSAPublicKey) key.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"k","n":"%s","e":"%s"}]}""".formatted(
                        encoded(unsigned(open.getModulus().toByteArray())),
                        encoded(open.getPublicExponent().toByteArray()));
    }

    /** A number that begins with a set bit has a byte of nothing before it, which keys are written without. */
    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = "code-" + nonces.size();
        nonces.put(code, asked.get("nonce"));
        String what = refusing ? "error=access_denied" : "code=" + code;
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?" + what + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"%s","sub":"person-1","aud":"xindang","iat":%d,"exp":%d,"nonce":"%s","preferred_username":"%s"}""".formatted(issuer(), now, now + 300, nonces.remove(sent.get("code")), login);
        String head = encoded("{\"alg\":\"RS256\",\"kid\":\"k\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            answer(
                    exchange,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + head + "."
                            + encoded(signature.sign()) + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String text) {
        return Stream.of(text.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
