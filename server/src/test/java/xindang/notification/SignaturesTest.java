package xindang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

/** Signatures and answers of messengers and webhooks; the expected values were computed by another program. */
class SignaturesTest {

    @Test
    @Requirement("INT-04")
    void messengers_verify_what_we_sign() {
        assertThat(Signatures.ofDingTalk("SECdingtalk-example", Instant.ofEpochMilli(1577262236757L)))
                .isEqualTo("BYF0GFpw01Naq9tgjdnfQCeFY3ydegiZ0oO%2BzGoipcg%3D");
        assertThat(Signatures.ofFeishu("feishu-example", Instant.ofEpochSecond(1599360473)))
                .isEqualTo("yALpswNeOD3pQfokFg6zrfY0NA7oQx7ikytWbHBOWjQ=");
        assertThat(Signatures.ofFeishu("demo", Instant.ofEpochSecond(100)))
                .isEqualTo("jquNHnVOwmDRfw+vqTIrY5dooJAgi5EcRtLsQE4wfXg=");
    }

    @Test
    @Requirement("INT-06")
    void a_receiver_verifies_time_and_body_with_either_secret() {
        String mine = "v1=c9c43053c587d9a132baf3e87a7f5cd6b5e5e5acf4ecb038f8c897644f666304";
        Instant at = Instant.ofEpochSecond(1767225600);
        assertThat(Signatures.ofWebhook(List.of("whsec_test"), at, "{\"id\":\"1\"}"))
                .isEqualTo(mine);
        assertThat(Signatures.ofWebhook(List.of("whsec_new", "whsec_test"), at, "{\"id\":\"1\"}"))
                .startsWith("v1=")
                .endsWith("," + mine);
        assertThat(Signatures.ofWebhook(List.of("whsec_test"), at.plusSeconds(1), "{\"id\":\"1\"}"))
                .isNotEqualTo(mine);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            wecom    | {"errcode":0,"errmsg":"ok"}                              | -
            wecom    | {"errcode":93000,"errmsg":"invalid webhook url"}         | errcode 93000 invalid webhook url
            dingtalk | {"errcode":310000,"errmsg":"sign not match"}             | errcode 310000 sign not match
            dingtalk | {"errcode":"0"}                                          | errcode missing
            feishu   | {"code":0,"msg":"success"}                               | -
            feishu   | {"StatusCode":0,"StatusMessage":"success"}               | -
            feishu   | {"code":19021,"msg":"sign match fail"}                   | code 19021 sign match fail
            feishu   | {}                                                       | StatusCode missing
            wecom    | []                                                       | errcode missing
            wecom    | <html>                                                   | no answer in JSON""")
    void an_answer_with_a_code_other_than_zero_is_a_failure(String kind, String answer, String fault) {
        String told = BotKind.of(kind).fault(answer);
        assertThat(told == null ? null : told.strip()).isEqualTo(fault);
    }
}
