package xindang.suite;

import org.jooq.DSLContext;
import org.springframework.context.ConfigurableApplicationContext;
import xindang.identity.SetUp;

/** A server of this process on a database of its own. */
public final class RunningServer implements AutoCloseable {

    /** Login of the administrator. */
    public static final String ADMIN = "admin";

    /** Password of everybody. */
    public static final String PASSWORD = "correct horse";

    /** Password that the administrator gives to everybody, for the first sign-in. */
    public static final String FIRST_PASSWORD = "first correct horse";

    private final ConfigurableApplicationContext context;

    RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Port it listens on. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A client that nobody is signed in with. */
    public Client client() {
        return new Client(port());
    }

    /** A client of the administrator. */
    public Client admin() {
        return client().signedIn(ADMIN, PASSWORD);
    }

    /** A part of the server, for what a client cannot see. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** The database as jobs see it: all rows. */
    public DSLContext db() {
        return context.getBean("engineDb", DSLContext.class);
    }

    /** Gives the empty installation its company and administrator, as the first person does. */
    public RunningServer setUp() {
        String code = part(SetUp.class).newCode().orElseThrow();
        Answer answer = client().post("/identity/setup", """
                {"code":"%s","company":{"name":"示范公司"},
                 "admin":{"login":"%s","name":"管理员","password":"%s"}}""".formatted(code, ADMIN, PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("set-up: " + answer.status() + " " + answer.code());
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
