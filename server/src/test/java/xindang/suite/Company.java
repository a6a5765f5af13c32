package xindang.suite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import xindang.identity.Users;

/** A company of its own on the shared server, so that tests do not see each other's customers. */
public final class Company {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String id;
    private final int number = NUMBERS.incrementAndGet();

    /** A new company below the first one. */
    public Company() {
        Client admin = Suite.server().admin();
        id = node(admin.get("/identity/session").text("/node/id"), "company", "公司" + number);
    }

    /** Its node. */
    public String id() {
        return id;
    }

    /** A new department. */
    public String department(String name) {
        return node(id, "department", name);
    }

    /** A client of a new user of the company. */
    public Client user(String role) {
        return user(role, id);
    }

    /** A client of a new user of a node. */
    public Client user(String role, String node) {
        return Users.add(Suite.server(), role + "-" + NUMBERS.incrementAndGet() + "-" + number, role, node);
    }

    private static String node(String parent, String kind, String name) {
        Answer added = Suite.server().admin().post("/identity/nodes", """
                {"parent":"%s","kind":"%s","name":"%s"}""".formatted(parent, kind, name));
        if (added.status() != 201) {
            throw new AssertionError("node " + name + ": " + added.body());
        }
        return added.text("/id");
    }

    /** Opens a customer file over HTTP and tells its id. */
    public static String customer(Client client, String name, @Nullable String department) {
        String rest = department == null ? "" : ",\"department\":\"" + department + "\"";
        Answer opened = client.post("/customerfile/customers", "{\"name\":\"" + name + "\"" + rest + "}");
        if (opened.status() != 201) {
            throw new AssertionError("customer " + name + ": " + opened.body());
        }
        return opened.text("/id");
    }

    /** Runs a statement as the role of jobs, which reaches all rows; UUID texts go in as UUIDs. */
    public static void sql(String statement, @Nullable Object... values) {
        try (Connection connection = Suite.database("engine");
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                boolean isId = value instanceof String text && text.matches("[0-9a-f]{8}-[0-9a-f-]{27}");
                prepared.setObject(i + 1, isId ? UUID.fromString((String) value) : value);
            }
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
