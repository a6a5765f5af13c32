package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.engine.customerfile.UnifiedCreditCode;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.integration.ImportWalk;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** What lists of customers may do to files that people keep. */
class ListsOfCustomersTest {

    private static final String CUSTOMERS = "/customerfile/customers";

    private final HandOverHouse house = new HandOverHouse();
    private final ImportWalk walk = new ImportWalk(house.manager());
    private String giver = "";
    private String receiver = "";

    @BeforeEach
    void people() {
        giver = login(house.giver());
        receiver = login(house.receiver());
    }

    private static String login(Client person) {
        return person.get("/identity/session").text("/user/login");
    }

    private static String list(String row) {
        return "客户编码,客户名称,部门,业务员,地址,电话\n" + row + "\n";
    }

    private String fault(String row) {
        String id = walk.checked("customers", list(row));
        return house.manager()
                .get("/integration/imports/" + id + "/rows?state=error")
                .text("/items/0/faults/0/code");
    }

    private Answer file() {
        Answer list = house.manager().get(CUSTOMERS + "?sort=number");
        return house.manager().get(CUSTOMERS + "/" + list.text("/items/0/id"));
    }

    @AcceptanceTest
    @Requirement("ORG-07")
    void a_list_names_only_keepers_who_may_read_the_file() {
        String elsewhere = house.newDepartment("别的部门");
        String stranger = login(house.person("credit-specialist", elsewhere));
        assertThat(fault("L1,甲公司,移交部," + stranger + ",,")).isEqualTo("may-not-read");
        walk.imported("customers", list("L1,甲公司,移交部," + giver + ",,"));
        assertThat(fault("L1,甲公司,," + stranger + ",,")).as("where the file is").isEqualTo("may-not-read");
        assertThat(fault("L1,甲公司,别的部门," + stranger + ",,")).as("where it goes").isEmpty();
    }

    @Test
    void a_list_gives_nothing_to_somebody_who_is_locked() {
        lock(house.receiverId());
        assertThat(fault("L1,甲公司,移交部," + receiver + ",,")).isEqualTo("unknown-keeper");
    }

    private void lock(String user) {
        Answer found = house.admin().get("/identity/users/" + user);
        Answer locked = house.admin()
                .send(
                        "PATCH",
                        "/identity/users/" + user,
                        "{\"active\":false}",
                        Map.of("If-Match", found.header("ETag")));
        assertThat(locked.status()).as(locked.body()).isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement("SUP-04")
    void each_file_says_what_a_list_changed_and_what_was_taken_back() {
        walk.imported("customers", list("L1,甲公司,移交部," + giver + ",甲路 1 号,13912345678"));
        String id = walk.imported("customers", list("L1,甲集团,," + receiver + ",甲路 2 号,13912345679"))
                .text("/id");
        String trail = CUSTOMERS + "/" + file().text("/id") + "/trail";
        Answer changed = house.manager().get(trail);
        assertThat(changed.text("/items/0/action")).isEqualTo("customerfile.change");
        assertThat(changed.json().at("/items/0/basis").toString()).contains(id);
        assertThat(changed.json().at("/items/0/changes").toString())
                .contains("甲公司", "甲集团", "甲路 1 号", "甲路 2 号", giver, receiver, "139****5679")
                .doesNotContain("13912345679");
        assertThat(walk.undo(id).text("/state")).isEqualTo("done");
        Answer back = house.manager().get(trail);
        assertThat(back.json().at("/items/0/basis").toString()).contains("undone", id);
        assertThat(file().text("/name")).isEqualTo("甲公司");
    }

    @AcceptanceTest
    @Requirement("ORG-07")
    void undoing_gives_nothing_to_somebody_who_has_left() {
        walk.imported("customers", list("L1,甲公司,移交部," + giver + ",甲路 1 号,"));
        String id = walk.imported("customers", list("L1,甲公司,," + receiver + ",甲路 2 号,"))
                .text("/id");
        lock(house.giverId());
        assertThat(walk.undo(id).text("/state")).isEqualTo("done");
        assertThat(file().text("/address")).isEqualTo("甲路 1 号");
        assertThat(file().text("/keeper/id")).isEqualTo(house.receiverId());
    }

    @Test
    void a_shared_party_has_its_new_name_in_every_company() {
        var other = new Company();
        Client neighbour = other.user("credit-manager");
        String code = "91350211M0000KEE02";
        String one = opened(house.manager(), code);
        opened(neighbour, code);
        Answer file = house.manager().get(CUSTOMERS + "/" + one);
        Answer renamed = house.manager()
                .send("PATCH", CUSTOMERS + "/" + one, "{\"name\":\"共同客户新名\"}", Map.of("If-Match", file.header("ETag")));
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(neighbour.get(CUSTOMERS + "?q=共同客户新名").text("/items/0/name")).isEqualTo("共同客户新名");
    }

    private static String opened(Client by, String code) {
        String sign = String.valueOf(UnifiedCreditCode.checkSign(code.substring(0, 17)));
        Answer opened =
                by.post(CUSTOMERS, "{\"name\":\"共同客户\",\"creditCode\":\"" + code.substring(0, 17) + sign + "\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.text("/id");
    }
}
