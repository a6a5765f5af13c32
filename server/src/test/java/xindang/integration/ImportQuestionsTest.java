package xindang.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** What a ledger leaves open (待答问题), by the codes and choices that the screens know, and what an answer does. */
class ImportQuestionsTest {

    private static final String IMPORTS = "/integration/imports/";

    private final Client client = new Company().user("credit-specialist");
    private final ImportWalk walk = new ImportWalk(client);

    @AfterEach
    void stop() {
        walk.quiet();
    }

    private String upload(String text) {
        return walk.upload("invoices", text.replace(';', '\n'));
    }

    private Answer map(String id, String mapping) {
        return client.send("PUT", IMPORTS + id + "/mapping", mapping, Map.of());
    }

    private static String columns(Answer file) {
        var columns = new StringBuilder();
        for (JsonNode column : file.json().at("/columns")) {
            if (column.hasNonNull("field")) {
                columns.append(columns.isEmpty() ? "" : ",")
                        .append('"')
                        .append(column.get("field").asString())
                        .append("\":")
                        .append(column.get("index").asInt());
            }
        }
        return columns.toString();
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            code                     | choices                                   | answer                            | file
            date-order-ambiguous     | '["day/month/year","month/day/year"]'     | '"dateOrder":"month/day/year"'    | 客户,发票号,到期日,金额;甲公司,F1,03/04/2026,10.00;
            date-order-contradictory | '["day/month/year","month/day/year"]'     | '"dateOrder":"day/month/year"'    | 客户,发票号,到期日,金额;甲公司,F1,25/04/2026,10.00;乙公司,F2,04/25/2026,20.00;
            currency-ambiguous       | '"USD"'                                   | '"currency":"USD"'                | 客户,发票号,到期日,金额;甲公司,F1,2026-04-03,$10.00;
            """)
    void a_question_holds_the_import_until_it_is_answered(String code, String choices, String answer, String file) {
        String id = upload(file);
        Answer uploaded = client.get(IMPORTS + id);
        assertThat(uploaded.text("/state")).isEqualTo("uploaded");
        assertThat(uploaded.text("/questions/0/code")).isEqualTo(code);
        assertThat(uploaded.json().at("/questions/0/choices").toString()).contains(choices);
        String columns = "{\"columns\":{" + columns(uploaded) + "}";
        assertThat(map(id, columns + "}").text("/questions/0/code")).isEqualTo(code);
        assertThat(client.post(IMPORTS + id + "/check", "{}").code()).isEqualTo("import-not-ready");
        assertThat(map(id, columns + "," + answer + "}").text("/state")).isEqualTo("mapped");
        walk.done(client.post(IMPORTS + id + "/check", "{}"));
        assertThat(client.get(IMPORTS + id).text("/state")).isEqualTo("checked");
    }

    @AcceptanceTest
    void columns_that_compete_are_named_by_their_headers_and_chosen_by_their_numbers() {
        String id = upload("客户,发票号,到期日,金额,金额;甲公司,F1,2026-04-03,10.00,20.00;");
        Answer uploaded = client.get(IMPORTS + id);
        assertThat(uploaded.text("/questions/0/code")).isEqualTo("column-ambiguous");
        assertThat(uploaded.text("/questions/0/field")).isEqualTo("amount");
        assertThat(uploaded.json().at("/questions/0/choices").toString()).isEqualTo("[\"金额\",\"金额\"]");
        String chosen = columns(uploaded).replace("\"amount\":3", "\"amount\":4");
        Answer mapped = map(id, "{\"columns\":{" + chosen + "}}");
        assertThat(mapped.text("/state")).isEqualTo("mapped");
        assertThat(mapped.text("/columns/4/field")).isEqualTo("amount");
    }
}
