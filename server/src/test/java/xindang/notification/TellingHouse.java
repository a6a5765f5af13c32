package xindang.notification;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.identity.Users;
import xindang.platform.database.Wall;
import xindang.platform.time.BusinessClock;
import xindang.platform.time.ClockHand;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** A server of its own whose clock is moved, with a reader and ways to tell him something. */
final class TellingHouse implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "xindang.outbound.allow", "127.0.0.0/8",
            "xindang.outbound.bot-hosts", "127.0.0.1",
            "xindang.public-address", "http://localhost:8080");

    final RunningServer server;
    final Client admin;
    final Client reader;
    final UUID readerId;
    final UUID root;
    private final LocalDate day;

    TellingHouse(Map<String, String> more) throws SQLException, IOException {
        SETTINGS.forEach(System::setProperty);
        more.forEach(System::setProperty);
        try {
            server = Suite.untouchedButSetUp();
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
            more.keySet().forEach(System::clearProperty);
        }
        admin = server.admin();
        reader = Users.add(server, "reader", "sales");
        readerId = UUID.fromString(reader.get("/identity/session").text("/user/id"));
        root = UUID.fromString(admin.get("/identity/session").text("/node/id"));
        day = server.part(BusinessClock.class).today().plusDays(2);
    }

    /** Sets the clock to a time so many days behind the first. */
    void at(int days, String time) {
        ClockHand.set(server, day.plusDays(days), time);
    }

    LocalDate day() {
        return day;
    }

    /** Does something in a transaction as a command of the root does. */
    void within(Runnable work) {
        var transaction = new TransactionTemplate(server.part(PlatformTransactionManager.class));
        Wall.runWithin(root, () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    static Notice notice(TellingHouse house, String kind, UUID about) {
        return Notice.of(
                house.root,
                kind,
                Audience.person(house.readerId),
                new Notice.About("request", about, "/secrecy/requests"));
    }

    /** Tells the reader of something and finds the readers. */
    void tell(Notice notice) {
        within(() -> server.part(Notices.class).tell(notice));
        spread();
    }

    void spread() {
        server.part(Spreading.class).run();
    }

    /** Something happens to an object. */
    void enter(UUID aggregate, String kind) {
        within(() -> server.part(EventBook.class)
                .enter(new OutgoingEvent(root, kind, "request", aggregate, Map.of("a", "b"))));
        spread();
    }

    @Override
    public void close() {
        server.close();
    }
}
