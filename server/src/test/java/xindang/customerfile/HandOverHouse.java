package xindang.customerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** A department with a keeper who goes and one who comes. */
final class HandOverHouse {

    private static int number;

    private final RunningServer server;
    private final String company;
    private final String department;
    private final Client manager;
    private final Client giver;
    private final Client receiver;

    HandOverHouse() {
        this(Suite.server());
    }

    HandOverHouse(RunningServer server) {
        this.server = server;
        number++;
        String root = server.admin().get("/identity/session").text("/node/id");
        company = node(root, "company", "移交公司" + number);
        department = node(company, "department", "移交部");
        manager = Users.add(server, "mover" + number, "credit-manager", company);
        giver = Users.add(server, "giver" + number, "credit-specialist", department);
        receiver = Users.add(server, "receiver" + number, "credit-specialist", company);
    }

    private String node(String parent, String kind, String name) {
        return server.admin()
                .post("/identity/nodes", """
                {"parent":"%s","kind":"%s","name":"%s"}""".formatted(parent, kind, name))
                .text("/id");
    }

    String newDepartment(String name) {
        return node(company, "department", name);
    }

    /** Somebody new of a node of the house. */
    Client person(String role, String node) {
        number++;
        return Users.add(server, "person" + number, role, node);
    }

    String department() {
        return department;
    }

    Client admin() {
        return server.admin();
    }

    Client manager() {
        return manager;
    }

    Client giver() {
        return giver;
    }

    Client receiver() {
        return receiver;
    }

    String giverId() {
        return login("giver");
    }

    String receiverId() {
        return login("receiver");
    }

    private final Map<String, String> ids = new java.util.HashMap<>();

    /** Ids by login, asked for while the person can still sign in. */
    private String login(String who) {
        return ids.computeIfAbsent(
                who,
                asked -> (asked.equals("giver") ? giver : receiver)
                        .get("/identity/session")
                        .text("/user/id"));
    }

    /** Files of the department that the giver keeps. */
    List<String> kept(int count) {
        receiverId();
        var files = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String file = Company.customer(manager, "移交客户" + number + "-" + i, department);
            Answer changed = manager.send(
                    "PATCH",
                    "/customerfile/customers/" + file,
                    "{\"keeper\":\"%s\"}".formatted(giverId()),
                    Map.of("If-Match", "\"1\""));
            if (changed.status() != 200) {
                throw new AssertionError(changed.body());
            }
            files.add(file);
        }
        return files;
    }

    String keeperOf(String file) {
        return manager.get("/customerfile/customers/" + file).text("/keeper/id");
    }

    /** Somebody makes a slip of the giver's files. */
    Answer make(Client by, String selection, String to) {
        return by.post("/customerfile/slips", "{%s,\"receiver\":\"%s\"}".formatted(selection, to));
    }

    /** The giver makes a slip for the receiver; its id. */
    String made(String selection) {
        Answer made = make(giver, selection, receiverId());
        if (made.status() != 201) {
            throw new AssertionError(made.body());
        }
        return made.text("/id");
    }

    Answer sign(Client who, String slip, String act) {
        return sign(who, slip, act, RunningServer.PASSWORD);
    }

    Answer sign(Client who, String slip, String act, String password) {
        return send(who, slip, act, "{\"password\":\"" + password + "\"}");
    }

    Answer signInPlace(String slip) {
        return send(
                admin(),
                slip,
                "signature-in-place",
                "{\"password\":\"" + RunningServer.PASSWORD + "\",\"reason\":\"已停用，无法签字\"}");
    }

    Answer send(Client who, String slip, String act, String body) {
        String path = "/customerfile/slips/" + slip;
        Answer seen = who.get(path);
        return seen.status() == 200
                ? who.send("POST", path + "/" + act, body, Map.of("If-Match", seen.header("ETag")))
                : seen;
    }

    Answer changeGiver(String body) {
        return onGiver("PATCH", "", body);
    }

    Answer close() {
        return onGiver("POST", "/closing", null);
    }

    private Answer onGiver(String method, String act, @Nullable String body) {
        String path = "/identity/users/" + giverId();
        String etag = admin().get(path).header("ETag");
        return admin().send(method, path + act, body, Map.of("If-Match", etag));
    }
}
