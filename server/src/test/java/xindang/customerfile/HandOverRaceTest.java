package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Hand-overs that happen at the same time. */
class HandOverRaceTest {

    private final HandOverHouse house = new HandOverHouse();

    @AcceptanceTest
    @Requirement("ORG-07")
    void two_slips_made_at_once_share_no_file() throws Exception {
        List<String> files = house.kept(6);
        Client again = again("giver");
        List<Answer> made = atOnce(
                () -> house.make(house.giver(), "\"selection\":\"all\"", house.receiverId()),
                () -> house.make(again, "\"selection\":\"all\"", house.receiverId()));
        int taken = made.stream()
                .filter(answer -> answer.status() == 201)
                .mapToInt(answer -> Integer.parseInt(answer.text("/files")))
                .sum();
        assertThat(taken).isEqualTo(files.size());
    }

    @AcceptanceTest
    @Requirement("ORG-07")
    void one_slip_signed_twice_at_once_moves_its_files_once() throws Exception {
        String file = house.kept(3).getFirst();
        String slip = house.made("\"selection\":\"all\"");
        house.sign(house.giver(), slip, "giver-signature");
        Client again = again("receiver");
        List<Answer> signed = atOnce(
                () -> house.sign(house.receiver(), slip, "receiver-signature"),
                () -> house.sign(again, slip, "receiver-signature"));
        assertThat(signed.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(house.manager()
                        .get("/customerfile/customers/" + file + "/keepers")
                        .json()
                        .at("/items"))
                .hasSize(2);
    }

    @Test
    void who_is_given_a_file_while_his_account_is_being_closed_keeps_it_open() throws Exception {
        String file = house.kept(1).getFirst();
        String slip = house.made("\"selection\":\"all\"");
        house.sign(house.giver(), slip, "giver-signature");
        house.sign(house.receiver(), slip, "receiver-signature");
        try (Connection assigning = Suite.database("engine");
                Statement statement = assigning.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            assigning.setAutoCommit(false);
            statement.execute("select 1 from identity_user where id = '" + house.giverId() + "' for share");
            statement.execute(
                    "update customerfile_file set keeper_id = '" + house.giverId() + "' where id = '" + file + "'");
            var closing = threads.submit(house::close);
            assertThat(waits(closing)).as("closing waits for who gives").isTrue();
            assigning.commit();
            assertThat(closing.get().code()).isEqualTo("hand-over-open");
        }
    }

    private static boolean waits(java.util.concurrent.Future<Answer> closing) throws Exception {
        try {
            closing.get(2, TimeUnit.SECONDS);
            return false;
        } catch (TimeoutException waiting) {
            return true;
        }
    }

    private Client again(String who) {
        String login = (who.equals("giver") ? house.giver() : house.receiver())
                .get("/identity/session")
                .text("/user/login");
        return Suite.server().client().signedIn(login, RunningServer.PASSWORD);
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
