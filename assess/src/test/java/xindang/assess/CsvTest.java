package xindang.assess;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String LETTERS = "=+-@'＝＋－＠\"\t\n\r,;A1龙 ";

    private static String line(String... fields) {
        var csv = new Csv();
        for (String field : fields) {
            csv.field(field);
        }
        csv.end();
        return csv.text();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
            text                  | written
            Long Feng Ltd         | Long Feng Ltd
            =1+1                  | '=1+1
            =HYPERLINK("x","y")   | "'=HYPERLINK(""x"",""y"")"
            +86 21 5555           | '+86 21 5555
            -Ltd                  | '-Ltd
            -                     | '-
            @SUM(A1)              | '@SUM(A1)
            ＝1+1                 | '＝1+1
            'Round the Corner     | ''Round the Corner
            -1,234.50             | "-1,234.50"
            +8621                 | +8621
            A=B                   | A=B
            O'Neill               | O'Neill""")
    void a_text_that_would_be_calculated_gets_an_apostrophe(String text, String written) {
        assertThat(line(text)).isEqualTo(written + "\n");
    }

    @Test
    void blank_control_letters_in_front_are_guarded_too() {
        assertThat(line("\t=1", "\r=1")).isEqualTo("'\t=1,\"'\r=1\"\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void taking_one_apostrophe_off_gives_the_text_back(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String read = CsvReader.builder().ofCsvRecord(line(text.toString(), "end")).stream()
                    .findFirst()
                    .orElseThrow()
                    .getField(0);
            assertThat(read.startsWith("'") ? read.substring(1) : read)
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text.toString());
        }
    }
}
