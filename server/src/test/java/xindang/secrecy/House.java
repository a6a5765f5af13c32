package xindang.secrecy;

import java.util.Map;
import xindang.integration.ImportWalk;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** A company with one customer that owes, and people who are cleared or not. */
final class House {

    private final Company company = new Company();
    private final Client admin = Suite.server().admin();
    private final Client manager;
    private final String customer;

    /** A house whose customer has a name of its own. */
    House(String name) {
        manager = company.user("credit-manager");
        var walk = new ImportWalk(manager);
        walk.imported("customers", "客户编码,客户名称\nK1,%s\nK2,普通客户%s\n".formatted(name, name));
        walk.imported("invoices", """
                客户编码,客户名称,发票号,开票日期,到期日,金额
                K1,%1$s,F-%1$s,2025-01-01,2025-02-01,900.00
                K2,普通客户%1$s,G-%1$s,2025-01-01,2025-02-01,100.00
                """.formatted(name));
        manager.get("/receivable/ageing");
        walk.quiet();
        customer = manager.get("/customerfile/customers?sort=number").text("/items/0/id");
    }

    Company company() {
        return company;
    }

    String customer() {
        return customer;
    }

    /** The credit manager, cleared for nothing unless {@link #clear} was called. */
    Client manager() {
        return manager;
    }

    Client user(String role) {
        return company.user(role);
    }

    /** Id of whoever a client is signed in as. */
    static String id(Client client) {
        return client.get("/identity/session").text("/user/id");
    }

    /** The administrator clears a person up to a level. */
    House clear(Client person, String level) {
        Answer answer = admin.send(
                "PUT",
                "/secrecy/clearances/" + id(person),
                "{\"level\":\"%s\",\"reason\":\"岗位需要\"}".formatted(level),
                Map.of("If-Match", "\"0\""));
        if (answer.status() != 204) {
            throw new AssertionError("clearance: " + answer.body());
        }
        return this;
    }

    /** The manager, cleared for it, gives the customer's file a level. */
    House classified(String level) {
        clear(manager, "secret");
        Answer answer = classify(manager, level);
        if (answer.status() != 200) {
            throw new AssertionError("level: " + answer.body());
        }
        return this;
    }

    /** Somebody tries to give the file a level. */
    Answer classify(Client by, String level) {
        String etag = by.get("/customerfile/customers/" + customer).header("ETag");
        return by.send(
                "PUT",
                "/customerfile/customers/" + customer + "/level",
                "{\"level\":\"%s\",\"reason\":\"含并购信息\"}".formatted(level),
                Map.of("If-Match", etag));
    }

    /** A person asks for the file; tells the id of the request. */
    String asked(Client person) {
        Answer answer = person.post(
                "/secrecy/requests", "{\"file\":\"%s\",\"purpose\":\"年度复核\",\"days\":3}".formatted(customer));
        if (answer.status() != 201) {
            throw new AssertionError("request: " + answer.body());
        }
        return answer.text("/id");
    }

    /** Somebody decides on a request. */
    static Answer decide(Client by, String request, String decision, String more) {
        return by.send(
                "POST",
                "/secrecy/requests/" + request + "/decision",
                "{\"decision\":\"%s\",\"reason\":\"核实无误\"%s}".formatted(decision, more),
                Map.of("If-Match", "\"1\""));
    }
}
