package xindang.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Suite;

/** Templates are sound as they come, and are installed as drafts. */
class FormLibraryTest {

    @Test
    @Requirement("LCD-04")
    void every_template_passes_the_check_that_publication_asks_for() {
        var library = Suite.server().part(FormLibrary.class);
        assertThat(library.all()).hasSize(23);
        for (FormLibrary.Entry entry : library.all()) {
            assertThat(FormCompiler.compile(entry.form()))
                    .as(entry.code())
                    .isInstanceOf(FormCompiler.Planned.Sound.class);
        }
    }

    @AcceptanceTest
    @Requirement("LCD-04")
    void a_template_is_looked_at_installed_once_and_published_like_any_other_form() {
        var house = new FormHouse();
        Answer all = house.drawer.get("/forms/library");
        assertThat(all.json()
                        .at("/items")
                        .valueStream()
                        .map(one -> one.at("/code").asString("")))
                .contains("site-survey", "file-completeness-checklist");
        String node = "{\"node\":\"" + house.company.id() + "\"}";
        Answer installed = house.drawer.post("/forms/library/capa/install", node);
        assertThat(installed.status()).as(installed.body()).isEqualTo(201);
        assertThat(installed.text("/draft")).isEqualTo("draft");
        assertThat(house.drawer.post("/forms/library/capa/install", node).code())
                .isEqualTo("already-exists");
        assertThat(house.drawer.post("/forms/library/nothing/install", node).code())
                .isEqualTo("not-found");
        assertThat(house.sales.post("/forms/library/capa/install", node).code()).isEqualTo("right-missing");
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
