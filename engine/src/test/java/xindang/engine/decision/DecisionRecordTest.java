package xindang.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionRecordTest {

    private static final DecisionRun RUN = new DecisionRun(
            LocalDate.parse("2026-03-31"),
            "0.1.0",
            List.of(new PolicyRef("lim", "R0", "1", "ab")),
            List.of(new RuleId("low-grade-raises-warning", 1)),
            List.of(Map.of("file", "l.csv")));

    @Test
    void a_run_names_day_engine_policies_and_rules() {
        assertThat(RUN.text())
                .isEqualTo("{\"run\":{\"asOf\":\"2026-03-31\",\"engine\":\"0.1.0\",\"format\":1,"
                        + "\"inputs\":[{\"file\":\"l.csv\"}],"
                        + "\"policies\":[{\"id\":\"R0\",\"kind\":\"lim\",\"sha256\":\"ab\",\"version\":\"1\"}],"
                        + "\"rules\":[\"low-grade-raises-warning@1\"]}}");
        assertThat(RUN.sha256()).isEqualTo(Sha256.hex(RUN.text()));
    }

    @Test
    void a_record_carries_the_hash_of_all_its_other_members() {
        var record = new DecisionRecord(
                "assessment",
                DecisionRecord.Part.of(Map.of("customer", "K1")),
                DecisionRecord.Part.of(Map.of("maxDaysPastDue", 3)),
                DecisionRecord.Part.of(Map.of("grade", "C")),
                List.of(new Reason(new RuleId("low-grade-raises-warning", 1), Map.of("grade", "C"))));
        var line = record.line("ff");
        String without = "{\"decision\":\"assessment\",\"facts\":{\"maxDaysPastDue\":3},\"outcome\":{\"grade\":\"C\"},"
                + "\"reasons\":[{\"facts\":{\"grade\":\"C\"},\"rule\":\"low-grade-raises-warning@1\"}],"
                + "\"run\":\"ff\",\"subject\":{\"customer\":\"K1\"}}";
        assertThat(line.text().replaceFirst("\"sha256\":\"[0-9a-f]{64}\",", "")).isEqualTo(without);
        assertThat(line.sha256()).isEqualTo(Sha256.hex(without));
        assertThat(line.text()).contains("\"sha256\":\"" + line.sha256() + "\",\"subject\"");
    }

    @Test
    void a_seal_depends_on_number_and_order() {
        assertThat(seal("aa", "bb")).isEqualTo(seal("aa", "bb")).contains("\"records\":2");
        assertThat(seal("bb", "aa")).isNotEqualTo(seal("aa", "bb"));
        assertThat(seal("aa")).isNotEqualTo(seal("aa", "aa"));
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String seal(String... hashes) {
        var seal = new DecisionSeal();
        for (String hash : hashes) {
            seal.add(hash);
        }
        return seal.text();
    }
}
