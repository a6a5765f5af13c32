package xindang.assess.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import xindang.assess.AssessedLedgers;

/** What others wrote into a ledger stays text on the page. */
class HostileNamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '§', textBlock = """
        name                                   | shown
        <script>alert(1)</script>              | <script>alert(1)</script>
        "><img src=x onerror=alert(1)>         | "><img src=x onerror=alert(1)>
        </style></svg><b>bold                  | </style></svg><b>bold
        O'Neil & Söhne ]]> {0} {1}             | O'Neil & Söhne ]]> {0} {1}
        \u202Egnp.exe                          | \uFFFDgnp.exe
        \u2066left\u2069 right\u200F           | \uFFFDleft\uFFFD right\uFFFD
        bell\u0007 and escape\u001B[31m        | bell\uFFFD and escape\uFFFD[31m
        非字符\uFFFE                           | 非字符\uFFFD
        𠮷野家                                  | 𠮷野家""")
    void name_is_shown_as_text(String name, String shown) throws IOException {
        Document page = Pages.parse(page(name));

        assertThat(names(page)).contains(shown);
        assertThat(Pages.elements(page, "b")).isEmpty();
        assertThat(Pages.elements(page, "script")).isEmpty();
        assertThat(Pages.elements(page, "img")).isEmpty();
    }

    @Test
    void very_long_name_is_cut_and_its_title_holds_200_characters() throws IOException {
        Document page = Pages.parse(page("长𠮷".repeat(5_000)));

        Element name = Pages.elements(page, "bdi").stream()
                .filter(one -> one.hasAttribute("title"))
                .findFirst()
                .orElseThrow();
        assertThat(name.getTextContent()).endsWith("…");
        assertThat(name.getTextContent().codePointCount(0, name.getTextContent().length()))
                .isEqualTo(60);
        String title = name.getAttribute("title");
        assertThat(title.codePointCount(0, title.length())).isEqualTo(200);
    }

    @Test
    void half_characters_cannot_break_the_page() {
        String document = new Html().element("p", "a\uD842b\uDFB7c").document();

        assertThat(Pages.parse(document).getDocumentElement().getTextContent()).isEqualTo("a\uFFFDb\uFFFDc");
    }

    private static List<String> names(Document page) {
        return Pages.elements(page, "bdi").stream().map(Element::getTextContent).toList();
    }

    private String page(String name) throws IOException {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        return AssessedLedgers.page(folder, """
                customer,customer name,invoice,invoice date,due date,amount
                7,%s,1,2026-01-05,2026-02-05,5000.00
                """.formatted(quoted), "--as-of", "2026-03-31", "--lang", "en");
    }
}
