package xindang.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.workflow.Signing.Part;
import xindang.engine.workflow.Signing.Said;
import xindang.engine.workflow.Signing.Signature;
import xindang.engine.workflow.Signing.Standing;
import xindang.gates.Requirement;

/** How a step with several signers stands. */
class SigningTest {

    private static SignMode mode(String text) {
        return switch (text) {
            case "single" -> new SignMode.Single();
            case "all" -> new SignMode.All();
            default -> new SignMode.AnyOf(Integer.parseInt(text));
        };
    }

    private static List<Signature> signatures(String text) {
        return Arrays.stream(text.split(" "))
                .map(one -> new Signature(
                        switch (one.charAt(0)) {
                            case '+' -> Part.ADDED;
                            case '?' -> Part.ADVISER;
                            default -> Part.SIGNER;
                        },
                        switch (one.charAt(one.length() - 1)) {
                            case 'y' -> Said.AGREED;
                            case 'n' -> Said.REFUSED;
                            case 'o' -> Said.OPEN;
                            case 'w' -> Said.WAITS;
                            default -> Said.RELEASED;
                        }))
                .toList();
    }

    /** y agrees, n refuses, o is asked, w waits, x needs not say anything; + was added, ? gives an opinion. */
    @ParameterizedTest(name = "{0}")
    @Requirement("LCD-02")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                                      | mode   | signers   | stands
            nobody has said anything                       | single | o o       | open
            the first decides for all                      | single | y x       | agreed
            the first refuses for all                      | single | n x       | refused
            all must agree, one is missing                 | all    | y o       | open
            all have agreed                                | all    | y y       | agreed
            one of all refuses                             | all    | y n o     | refused
            who was released is not waited for             | all    | y x       | agreed
            all were released                              | all    | x x       | open
            two of three are enough                        | 2      | y y o     | agreed
            one refusal leaves two of three possible       | 2      | y n o     | open
            two refusals leave two of three impossible     | 2      | y n n     | refused
            two of one is all there are                    | 2      | y         | agreed
            an added signer is waited for                  | single | y x +o    | open
            an added signer agrees                         | single | y x +y    | agreed
            an added signer refuses though enough agreed   | 2      | y y +n    | refused
            who waits for an added one has not agreed      | single | w +o      | open
            an opinion against decides nothing             | single | o ?n      | open
            an opinion that is asked for holds nothing up  | all    | y y ?o    | agreed""")
    void a_step_stands_as_its_signers_say(String situation, String mode, String signers, String stands) {
        assertThat(Signing.of(mode(mode), signatures(signers)))
                .as(situation)
                .isEqualTo(Standing.valueOf(stands.toUpperCase(Locale.ROOT)));
    }
}
