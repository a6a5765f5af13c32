package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xindang.engine.collection.DunningRules;
import xindang.engine.decision.RuleId;
import xindang.engine.evaluation.Characteristic;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.evaluation.KnockOut;
import xindang.engine.warning.WarningRules;
import xindang.format.PolicyReader;
import xindang.gates.Modules;
import xindang.gates.RulesPage;

/** The page is made from sources; here it is held against the rules the engine really asks. */
class RulesPageTest {

    private static final String PAGE = RulesPage.text(Modules.repository(Path.of("")));

    @Test
    void the_page_lists_the_rules_of_the_engine_in_their_order() {
        List<String> rules = Stream.concat(WarningRules.BOOK.ids().stream(), DunningRules.BOOK.ids().stream())
                .map(RuleId::toString)
                .toList();
        assertThat(firstCells().filter(cell -> cell.contains("@"))).containsExactlyElementsOf(rules);
    }

    @Test
    void the_page_lists_what_the_scorecard_of_the_preset_asks() {
        CompiledScorecard card =
                PolicyReader.defaultPreset().at(LocalDate.of(2026, 1, 1)).scorecard();
        assertThat(firstCells())
                .containsAll(card.card().characteristics().stream()
                        .map(Characteristic::code)
                        .toList())
                .containsAll(
                        card.card().knockOuts().stream().map(KnockOut::code).toList());
    }

    private static Stream<String> firstCells() {
        return PAGE.lines().filter(line -> line.startsWith("| `")).map(line -> line.substring(3, line.indexOf('`', 3)));
    }
}
