package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import xindang.gates.AcceptanceTest;
import xindang.suite.Answer;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class SetUpTest {

    @AcceptanceTest
    void only_the_printed_code_sets_up_and_only_once() throws SQLException, IOException {
        try (RunningServer server = Suite.untouched()) {
            assertThat(server.client()
                            .get("/identity/setup")
                            .json()
                            .at("/needed")
                            .asBoolean())
                    .isTrue();
            String old = server.part(SetUp.class).newCode().orElseThrow();
            String code = server.part(SetUp.class).newCode().orElseThrow();
            assertThat(setUp(server, "AAAA-BBBB-CCCC-DDDD").code()).isEqualTo("wrong-setup-code");
            assertThat(setUp(server, old).code()).isEqualTo("wrong-setup-code");
            assertThat(setUp(server, code.toLowerCase(Locale.ROOT)).status()).isEqualTo(201);
            assertThat(setUp(server, code).code()).isEqualTo("already-set-up");
            assertThat(server.part(SetUp.class).newCode()).isEmpty();
            assertThat(server.client()
                            .signedIn("chief", "a long password")
                            .get("/identity/nodes")
                            .text("/items/0/name"))
                    .isEqualTo("新公司");
        }
    }

    private static Answer setUp(RunningServer server, String code) {
        return server.client().post("/identity/setup", """
                {"code":"%s","company":{"name":"新公司"},
                 "admin":{"login":"chief","name":"总管","password":"a long password"}}""".formatted(code));
    }
}
