package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words looked for are written here with a {@code ~} in the middle, which is taken out before the check. */
class HouseWordsTest {

    @TempDir
    private Path repository;

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            line,                                  found
            // TO~DO: later,                       TO~DO
            <!-- FIX~ME -->,                       FIX~ME
            a HA~CK,                               HA~CK
            the id XX~X-01,                        XX~X
            TO~DOS are fine,
            see /wo~rk/shared,                     /wo~rk/
            path=/tm~p/x,                          /tm~p/
            cd /ro~ot/x,                           /ro~ot/
            /usr/share/work/x,
            docs/work/x,
            $HOME/tmp/x,
            https://regis~try.npm~js.org,          regis~try.npmjs
            https://re~po1.ma~ven.apache.org,      repo1.ma~ven
            https://maven.apache.org/guides,""")
    void marks_registries_and_folders_of_a_machine_are_found(String line, @Nullable String found) throws IOException {
        Files.writeString(repository.resolve("a.txt"), "first line\n" + line.replace("~", "") + "\n");
        List<String> findings = HouseWords.findings(repository, List.of(Path.of("a.txt")));
        if (found == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().asString().startsWith("a.txt:2: \"" + found.replace("~", "") + "\"");
        }
    }

    @Test
    void files_that_are_no_text_are_passed_over() throws IOException {
        Files.write(repository.resolve("a.png"), new byte[] {(byte) 0xff, (byte) 0xfe, 'T', 'O', 'D', 'O'});
        assertThat(HouseWords.findings(repository, List.of(Path.of("a.png")))).isEmpty();
    }
}
