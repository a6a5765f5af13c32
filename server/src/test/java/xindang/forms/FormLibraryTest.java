package xindang.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Roles;
import xindang.suite.Answer;
import xindang.suite.Suite;

/** Forms of the library are sound as they come, and are installed as drafts. */
class FormLibraryTest {

    @Test
    @Requirement("LCD-04")
    void every_template_passes_the_check_that_publication_asks_for() {
        Map<String, FormShelf.Kept> all = Suite.server().part(FormShelf.class).all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(62);
        assertThat(all).allSatisfy((code, kept) -> {
            assertThat(FormCompiler.compile(kept.form())).as(code).isInstanceOf(FormCompiler.Planned.Sound.class);
            assertThat(kept.form().fields())
                    .as(code)
                    .flatExtracting(field -> field.access().seenBy())
                    .isSubsetOf(Roles.NAMES);
            assertThat(code).matches("[a-z][a-z0-9-]{1,39}");
        });
    }

    @AcceptanceTest
    @Requirement("LCD-04")
    void a_template_is_installed_as_a_draft_and_published_like_any_other_form() {
        var house = new FormHouse();
        String node = "{\"node\":\"" + house.company.id() + "\"}";
        Answer installed = house.drawer.post("/library/templates/form/capa/installation", node);
        assertThat(installed.status()).as(installed.body()).isEqualTo(201);
        assertThat(installed.text("/page")).isEqualTo("/settings/forms/" + installed.text("/id"));
        assertThat(house.drawer.get("/forms/forms/" + installed.text("/id")).text("/form/draft"))
                .isEqualTo("draft");
        String form = installed.text("/id");
        house.publish(form, house.drawer.get("/forms/forms/" + form));
        String owner = house.sales.get("/identity/session").text("/user/id");
        Answer added = house.added(
                house.sales,
                form,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("problem", "对账单未寄")
                        .put("cause", "地址变更")
                        .put("measure", "核对地址")
                        .put("owner", owner)
                        .put("due", "2099-12-31")
                        .toString());
        assertThat(Integer.parseInt(added.text("/values/left"))).isPositive();
        assertThat(added.text("/names/" + owner))
                .isEqualTo(house.sales.get("/identity/session").text("/user/name"));
    }
}
