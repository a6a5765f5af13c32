package xindang.identity;

import java.util.Set;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;

/** People of the tests. */
public final class Users {

    private Users() {}

    /** Makes a user in the company; the client is signed in as that user. */
    public static Client add(RunningServer server, String login, String role) {
        return add(server, login, role, server.admin().get("/identity/session").text("/node/id"));
    }

    /** Makes a user in a node; the client is signed in as that user. */
    public static Client add(RunningServer server, String login, String role, String node) {
        // Auditors come for a time; a year is longer than any test moves its clock.
        String until = Set.of("auditor", "external-reviewer").contains(role)
                ? "\"" + server.part(BusinessClock.class).today().plusYears(1) + "\""
                : "null";
        Answer added = server.admin()
                .post("/identity/users", """
                {"login":"%s","name":"%s","role":"%s","node":"%s","password":"%s","until":%s}""".formatted(login, login, role, node, RunningServer.FIRST_PASSWORD, until));
        if (added.status() != 201) {
            throw new AssertionError("adding " + login + ": " + added.status() + " " + added.code());
        }
        return server.client().signedInFirst(login, RunningServer.FIRST_PASSWORD, RunningServer.PASSWORD);
    }

    /** A user as commands see the caller. */
    public static Caller caller(RunningServer server, String login) {
        return server.part(UserStore.class)
                .credentials(login)
                .map(found -> server.part(Sessions.class).caller(found.user()))
                .orElseThrow();
    }
}
