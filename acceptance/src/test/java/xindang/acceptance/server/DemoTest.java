package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.CommandLineTest;

/** The demonstration as a newcomer starts it. */
class DemoTest {

    @TempDir
    private Path folder;

    @CommandLineTest
    void what_was_interrupted_is_made_anew_and_what_is_made_is_only_served() throws Exception {
        Path data = folder.resolve("demo");
        try (ServerProcess first = ServerProcess.beginDemonstration(data)) {
            first.awaitPrinted("集团、公司、部门、用户");
            first.stop();
            assertThat(first.printed()).contains("下次 ./xindang demo 将重新生成").doesNotContain("Exception", "Ready");
        }
        try (ServerProcess half = ServerProcess.begin(data, "--port", "0")) {
            assertThat(half.exit()).isEqualTo(64);
            assertThat(half.printed()).contains("is only half made");
        }
        try (ServerProcess second = ServerProcess.beginDemonstration(data)) {
            second.address();
            assertThat(second.printed())
                    .contains("it is made anew", "1 of them are severe 其中严重", "wanglei", "39 of 39 credit files");
            Path logins = data.resolve("logins.txt");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logins)))
                    .isEqualTo("rw-------");
            assertThat(second.printed()).contains(Files.readString(logins));
        }
        try (ServerProcess third = ServerProcess.beginDemonstration(data)) {
            third.address();
            assertThat(third.printed())
                    .contains("there already", "logins.txt")
                    .doesNotContain("wanglei", "credit files");
        }
    }

    @CommandLineTest
    void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
        Path other = Files.writeString(folder.resolve("accounts.csv"), "not ours");
        try (ServerProcess refused = ServerProcess.beginDemonstration(folder)) {
            assertThat(refused.exit()).isEqualTo(64);
            assertThat(refused.printed()).contains("holds something that is no demonstration", "请另选 --data");
        }
        try (var held = Files.list(folder)) {
            assertThat(held).containsExactly(other);
        }
    }
}
