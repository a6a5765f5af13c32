package xindang.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import xindang.gates.AcceptanceTest;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Suite;

class ViewsTest {

    private static final String VIEW = """
            {"name":"%s","list":"customers","body":{"sort":"-overdue","columns":["name"]},"shared":%s}""";

    @AcceptanceTest
    void a_view_is_kept_shared_changed_and_removed_by_its_owner() {
        Client owner = Users.add(Suite.server(), "viewer", "sales");
        Client colleague = Users.add(Suite.server(), "colleague", "sales");
        Answer added = owner.post("/platform/views", VIEW.formatted("逾期优先", true));
        assertThat(added.status()).isEqualTo(201);
        assertThat(owner.post("/platform/views", VIEW.formatted("逾期优先", true)).code())
                .isEqualTo("already-exists");
        assertThat(colleague.get("/platform/views?list=customers").body()).contains("逾期优先", "-overdue");
        String path = "/platform/views/" + added.text("/id");
        Map<String, String> first = Map.of("If-Match", added.header("ETag"));
        assertThat(colleague
                        .send("PUT", path, VIEW.formatted("别名", false), first)
                        .status())
                .isEqualTo(404);
        assertThat(owner.send("PUT", path, VIEW.formatted("别名", false), first).text("/name"))
                .isEqualTo("别名");
        assertThat(owner.send("PUT", path, VIEW.formatted("又名", false), first).code())
                .isEqualTo("stale");
        assertThat(colleague.get("/platform/views?list=customers").body()).doesNotContain("别名");
        assertThat(colleague.delete(path).status()).isEqualTo(404);
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get("/platform/views?list=customers")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }
}
