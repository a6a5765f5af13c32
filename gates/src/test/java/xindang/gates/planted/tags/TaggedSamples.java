package xindang.gates.planted.tags;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.BrowserTest;
import xindang.gates.CommandLineTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;

/** Methods tagged in every way; no test run picks them up, because of the name of the class. */
class TaggedSamples {

    @Test
    @Requirement("AR-01")
    void unit() {
        Assertions.assertTrue(true);
    }

    @CommandLineTest
    @Requirement({"AR-01", "AR-02"})
    void command() {
        Assertions.assertTrue(true);
    }

    @AcceptanceTest
    @Requirement("AR-02")
    void acceptance() {
        Assertions.assertTrue(true);
    }

    @BrowserTest
    @Tag(TestTags.SLOW)
    @Tag(TestTags.EXTERNAL)
    @Requirement("AR-03")
    void browser() {
        Assertions.assertTrue(true);
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    @Tag(TestTags.COMMAND_LINE)
    @Requirement("AR-03")
    void table(int row) {
        Assertions.assertEquals(1, row);
    }

    @Requirement("AR-04")
    void noTest() {
        Assertions.assertTrue(true);
    }

    @Test
    void untagged() {
        Assertions.assertTrue(true);
    }

    @Tag(TestTags.EXTERNAL)
    static class OnOutsideData {

        @Nested
        class Deeper {

            @Test
            @Requirement("AR-05")
            void inherits() {
                Assertions.assertTrue(true);
            }
        }
    }

    @Disabled("a sample")
    static class SwitchedOff {

        @Test
        @Requirement("AR-06")
        void off() {
            Assertions.assertTrue(true);
        }
    }
}
