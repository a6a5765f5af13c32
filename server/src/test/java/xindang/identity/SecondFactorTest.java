package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static xindang.suite.Company.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class SecondFactorTest {

    private final RunningServer server = Suite.server();

    /** RFC 6238, appendix B, the rows of SHA-1; of its eight digits ours are the last six. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            seconds,     code
            59,          287082
            1111111109,  081804
            1111111111,  050471
            1234567890,  005924
            2000000000,  279037
            20000000000, 353130""")
    void codes_are_those_of_the_standard(long seconds, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            text,   base 32
            f,      MY
            fo,     MZXQ
            foo,    MZXW6
            foob,   MZXW6YQ
            fooba,  MZXW6YTB
            foobar, MZXW6YTBOI""")
    void secrets_are_written_as_apps_read_them(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void once_confirmed_signing_in_takes_a_code_and_each_code_once() {
        Client client = Users.add(server, "two-steps", "sales");
        byte[] secret = enrolled(client);
        assertThat(enter("two-steps", RunningServer.PASSWORD, null).status())
                .as("not in force before a code confirms it")
                .isEqualTo(200);
        String code = now(secret);
        Answer confirmed = client.post("/identity/second-factor/confirmation", "{\"code\":\"" + code + "\"}");
        assertThat(confirmed.json().at("/codes").size()).isEqualTo(10);
        assertThat(enter("two-steps", RunningServer.PASSWORD, null).code()).isEqualTo("code-needed");
        assertThat(enter("two-steps", RunningServer.PASSWORD, code).code())
                .as("the code that confirmed it is used up")
                .isEqualTo("wrong-code");
        assertThat(enter("two-steps", RunningServer.PASSWORD, "000000").code()).isEqualTo("wrong-code");
        forgetSteps(client);
        String next = now(secret);
        assertThat(enter("two-steps", "wrong password", next).code())
                .as("nothing is told of the code before the password is right")
                .isEqualTo("wrong-credentials");
        assertThat(enter("two-steps", RunningServer.PASSWORD, next).status()).isEqualTo(200);
        assertThat(enter("two-steps", RunningServer.PASSWORD, next).code()).isEqualTo("wrong-code");
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_recovery_code_replaces_a_lost_app_once() {
        Client client = Users.add(server, "lost-phone", "sales");
        List<String> codes = inForce(client);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z2-9]{5}-[A-Z2-9]{5}"));
        assertThat(enter("lost-phone", RunningServer.PASSWORD, codes.getFirst().toLowerCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
        assertThat(enter("lost-phone", RunningServer.PASSWORD, codes.getFirst()).code())
                .isEqualTo("wrong-code");
        assertThat(client.get("/identity/account")
                        .json()
                        .at("/recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
        String again = "{\"password\":\"" + RunningServer.PASSWORD + "\"}";
        assertThat(client.post("/identity/second-factor/recovery-codes", again).status())
                .isEqualTo(200);
        assertThat(enter("lost-phone", RunningServer.PASSWORD, codes.get(1)).code())
                .isEqualTo("wrong-code");
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void codes_cannot_be_guessed() {
        Client client = Users.add(server, "code-guessed", "sales");
        List<String> codes = inForce(client);
        for (int i = 0; i < 5; i++) {
            enter("code-guessed", RunningServer.PASSWORD, null);
            assertThat(enter("code-guessed", RunningServer.PASSWORD, "00000" + i)
                            .code())
                    .isEqualTo("wrong-code");
        }
        assertThat(enter("code-guessed", RunningServer.PASSWORD, codes.getFirst())
                        .status())
                .isEqualTo(429);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void secret_and_codes_are_not_readable_in_the_database_nor_given_twice() throws SQLException {
        Client client = Users.add(server, "sealed", "sales");
        String id = client.get("/identity/session").text("/user/id");
        Answer begun = client.send(
                "POST",
                "/identity/second-factor",
                "{\"password\":\"" + RunningServer.PASSWORD + "\"}",
                Map.of("Idempotency-Key", "enrol-once"));
        byte[] secret = decoded(begun.text("/secret"));
        assertThat(begun.text("/uri"))
                .isEqualTo("otpauth://totp/Xindang:sealed?secret=" + begun.text("/secret") + "&issuer=Xindang");
        String stored = text("select encode(secret, 'hex') from identity_second_factor where user_id = '" + id + "'");
        assertThat(stored).doesNotContain(HexFormat.of().formatHex(secret));
        Answer confirmed = client.send(
                "POST",
                "/identity/second-factor/confirmation",
                "{\"code\":\"" + now(secret) + "\"}",
                Map.of("Idempotency-Key", "confirm-once"));
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(text("select count(*)::text from platform_idempotency where key in ('enrol-once', 'confirm-once')"))
                .isEqualTo("0");
        assertThat(text("select string_agg(code_hash, ' ') from identity_recovery_code where user_id = '" + id + "'"))
                .doesNotContain(confirmed.text("/codes/0"));
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void it_ends_with_the_password_or_by_an_administrator_who_leaves_a_trace() throws SQLException {
        Client client = Users.add(server, "tired", "sales");
        String id = client.get("/identity/session").text("/user/id");
        inForce(client);
        assertThat(client.post("/identity/second-factor", again()).code()).isEqualTo("conflict");
        assertThat(client.post("/identity/second-factor/removal", "{\"password\":\"wrong\"}")
                        .code())
                .isEqualTo("wrong-password");
        assertThat(client.post("/identity/second-factor/removal", again()).status())
                .isEqualTo(204);
        assertThat(enter("tired", RunningServer.PASSWORD, null).status()).isEqualTo(200);
        inForce(client);
        assertThat(client.delete("/identity/users/" + id + "/second-factor").status())
                .isEqualTo(403);
        assertThat(server.admin()
                        .delete("/identity/users/" + id + "/second-factor")
                        .status())
                .isEqualTo(204);
        assertThat(enter("tired", RunningServer.PASSWORD, null).status()).isEqualTo(200);
        assertThat(text("select string_agg(action, ' ' order by recorded_at) from audittrail_entry where object_id = '"
                        + id + "' and action like '%second-factor'"))
                .isEqualTo("identity.add-second-factor identity.remove-second-factor identity.add-second-factor "
                        + "identity.reset-second-factor");
    }

    private static String again() {
        return "{\"password\":\"" + RunningServer.PASSWORD + "\"}";
    }

    private static byte[] enrolled(Client client) {
        return decoded(client.post("/identity/second-factor", again()).text("/secret"));
    }

    /** Puts it in force and tells the recovery codes. */
    private static List<String> inForce(Client client) {
        Answer confirmed =
                client.post("/identity/second-factor/confirmation", "{\"code\":\"" + now(enrolled(client)) + "\"}");
        return confirmed
                .json()
                .at("/codes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    /** As if the next half minute had begun. */
    private static void forgetSteps(Client client) {
        sql(
                "update identity_second_factor set last_step = 0 where user_id = ?",
                client.get("/identity/session").text("/user/id"));
    }

    private static String now(byte[] secret) {
        return Totp.code(secret, Totp.step(Instant.now()));
    }

    private Answer enter(String login, String password, @Nullable String code) {
        String more = code == null ? "" : ",\"code\":\"" + code + "\"";
        return server.client()
                .post(
                        "/identity/session",
                        "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"" + more + "}");
    }

    private static byte[] decoded(String base32) {
        var bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = ((held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i))) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }

    private static String text(String query) throws SQLException {
        try (Connection database = Suite.database("engine");
                PreparedStatement statement = database.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
