package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xindang.engine.decision.Sha256;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.notification.Spreading;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** A keeper leaves, is moved or is locked, and his files go to somebody else. */
class HandOverTest {

    private final HandOverHouse house = new HandOverHouse();

    @AcceptanceTest
    @Requirement("ORG-07")
    void an_account_is_closed_only_after_both_signed_for_all_files() {
        List<String> files = house.kept(3);
        Answer leave = house.admin().post("/identity/leaves", """
                {"user":"%s","kind":"leave","lastDay":"2099-06-30","reason":"辞职"}""".formatted(house.giverId()));
        assertThat(leave.status()).as(leave.body()).isEqualTo(201);
        assertThat(leave.text("/left/files")).isEqualTo("3");
        Answer early = house.close();
        assertThat(early.code()).isEqualTo("hand-over-open");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/detail")).contains("3");

        String slip = house.made("\"selection\":\"all\"");
        assertThat(house.close().text("/reasons/0/facts/slips")).isEqualTo("1");
        assertThat(house.sign(house.receiver(), slip, "receiver-signature").code())
                .as("the giver first")
                .isEqualTo("slip-not-open");
        assertThat(house.sign(house.giver(), slip, "giver-signature", "wrong password here")
                        .code())
                .isEqualTo("wrong-password");
        assertThat(house.sign(house.giver(), slip, "giver-signature").text("/state"))
                .isEqualTo("given");
        assertThat(lastNotice(house.receiver())).isEqualTo("customerfile.slip-to-sign " + slip);
        assertThat(house.keeperOf(files.getFirst())).isEqualTo(house.giverId());
        Answer received = house.sign(house.receiver(), slip, "receiver-signature");
        assertThat(received.text("/state")).as(received.body()).isEqualTo("received");
        assertThat(received.text("/moved")).isEqualTo("3");
        assertThat(hashOfMoved(slip)).as("the log says which files moved").isEqualTo(hashOf(files));
        assertThat(files).allSatisfy(file -> assertThat(house.keeperOf(file)).isEqualTo(house.receiverId()));
        assertThat(house.giver().get("/identity/own-duties").text("/left/files"))
                .isEqualTo("0");
        assertThat(house.manager()
                        .get("/customerfile/customers/" + files.getFirst() + "/keepers")
                        .text("/items/0/person/id"))
                .isEqualTo(house.receiverId());

        assertThat(house.close().text("/closed")).isEqualTo("true");
        assertThat(house.giver().get("/identity/own-duties").code()).isEqualTo("not-signed-in");
        assertThat(house.changeGiver("{\"active\":true}").code()).isEqualTo("account-closed");
        assertThat(house.admin().get("/identity/leaves").body()).doesNotContain(house.giverId());
    }

    /** What the entry of the receipt says of the files that moved. */
    private static String lastNotice(Client reader) {
        Suite.server().part(Spreading.class).run();
        Answer told = reader.get("/notification/notices");
        return told.text("/items/0/kind") + " " + told.text("/items/0/objectId");
    }

    private String hashOfMoved(String slip) {
        return house.admin()
                .get("/audittrail/entries?action=customerfile.receive-slip&object=" + slip)
                .text("/items/0/basis/filesHash");
    }

    private static String hashOf(List<String> files) {
        return Sha256.hex(files.stream().sorted().map(id -> id + "\n").collect(Collectors.joining()));
    }

    @AcceptanceTest
    @Requirement({"ORG-07", "ORG-08"})
    void for_somebody_locked_another_person_signs_and_that_is_listed_for_audit() {
        String file = house.kept(1).getFirst();
        String slip = house.made("\"selection\":\"all\"");
        assertThat(house.signInPlace(slip).code()).isEqualTo("giver-can-sign");
        assertThat(house.changeGiver("{\"active\":false}").status())
                .as("locking is possible at once")
                .isEqualTo(200);
        Answer locked = house.admin().get("/identity/locked-people");
        assertThat(locked.body()).contains(house.giverId());
        assertThat(house.sign(house.giver(), slip, "giver-signature").code()).isEqualTo("not-signed-in");
        Answer signed = house.signInPlace(slip);
        assertThat(signed.text("/state")).as(signed.body()).isEqualTo("given");
        assertThat(signed.text("/exception")).isEqualTo("已停用，无法签字");
        assertThat(house.admin().get("/secrecy/exceptions").text("/items/0/act"))
                .isEqualTo("customerfile.give-slip-in-place");
        assertThat(house.sign(house.receiver(), slip, "receiver-signature").status())
                .isEqualTo(200);
        assertThat(house.keeperOf(file)).isEqualTo(house.receiverId());
        assertThat(house.admin().get("/identity/locked-people").body()).doesNotContain(house.giverId());
        assertThat(house.close().status()).isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement({"ORG-07", "ORG-08"})
    void giver_and_receiver_are_two_people_and_neither_signs_in_the_others_place() throws Exception {
        house.kept(1);
        assertThat(house.make(house.giver(), "\"selection\":\"all\"", house.giverId())
                        .text("/reasons/0/facts/code"))
                .isEqualTo("same-as-giver");
        try (RunningServer server = Suite.untouchedButSetUp()) {
            // The administrator is to receive: he may not sign for the giver he has locked.
            var own = new HandOverHouse(server);
            own.kept(1);
            String adminId = server.admin().get("/identity/session").text("/user/id");
            Answer slip = own.make(own.admin(), "\"selection\":\"all\",\"giver\":\"" + own.giverId() + "\"", adminId);
            assertThat(slip.status()).as(slip.body()).isEqualTo(201);
            own.changeGiver("{\"active\":false}");
            assertThat(own.signInPlace(slip.text("/id")).code()).isEqualTo("own-request");
        }
    }

    @AcceptanceTest
    @Requirement("ORG-07")
    void a_keeper_goes_to_another_department_after_the_files_of_his_old_one() {
        house.kept(2);
        String target = house.newDepartment("二部");
        String move = "{\"node\":\"" + target + "\"}";
        assertThat(house.changeGiver(move).code()).isEqualTo("hand-over-open");
        house.admin().post("/identity/leaves", """
                {"user":"%s","kind":"change","lastDay":"2099-06-30","reason":"调岗"}""".formatted(house.giverId()));
        assertThat(house.changeGiver(move).code()).as("still keeps files").isEqualTo("hand-over-open");
        String slip = house.made("\"selection\":\"department\",\"department\":\"" + house.department() + "\"");
        house.sign(house.giver(), slip, "giver-signature");
        house.sign(house.receiver(), slip, "receiver-signature");
        Answer moved = house.changeGiver(move);
        assertThat(moved.text("/node")).as(moved.body()).isEqualTo(target);
        assertThat(house.admin().get("/identity/leaves").body()).doesNotContain(house.giverId());
    }

    @Test
    void a_receiver_refuses_with_a_reason_and_the_files_stay_and_are_free_again() {
        String file = house.kept(1).getFirst();
        String slip = house.made("\"selection\":\"chosen\",\"files\":[\"" + file + "\"]");
        assertThat(house.make(house.giver(), "\"selection\":\"all\"", house.receiverId())
                        .code())
                .as("on another slip")
                .isEqualTo("nothing-to-hand-over");
        house.sign(house.giver(), slip, "giver-signature");
        Answer refused = house.send(house.receiver(), slip, "refusal", "{\"reason\":\"资料不全\"}");
        assertThat(refused.text("/state")).isEqualTo("refused");
        assertThat(house.keeperOf(file)).isEqualTo(house.giverId());
        String again = house.made("\"selection\":\"all\"");
        assertThat(house.giver()
                        .send("DELETE", "/customerfile/slips/" + again, null, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(204);
        assertThat(house.giver().get("/customerfile/slips").text("/items/0/state"))
                .isEqualTo("withdrawn");
    }

    @Test
    void who_may_not_read_the_files_cannot_receive_them() {
        house.kept(1);
        Client beside = house.person("sales", house.newDepartment("邻部"));
        Answer made = house.make(
                house.giver(),
                "\"selection\":\"all\"",
                beside.get("/identity/session").text("/user/id"));
        assertThat(made.code()).isEqualTo("receiver-may-not-read");
        assertThat(made.text("/detail")).contains("1");
    }

    @Test
    void strangers_see_no_slip_and_its_two_parties_see_its_files() {
        house.kept(2);
        String slip = house.made("\"selection\":\"all\"");
        assertThat(house.manager().get("/customerfile/slips/" + slip).code()).isEqualTo("not-found");
        assertThat(house.manager().get("/customerfile/slips").body()).doesNotContain(slip);
        Answer files = house.receiver().get("/customerfile/slips/" + slip + "/files");
        assertThat(files.json().at("/items")).hasSize(2);
        assertThat(files.text("/items/0/part")).isEqualTo("keeper");
    }
}
