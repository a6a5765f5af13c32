package xindang.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xindang.engine.money.Money;

class CanonicalWriterTest {

    @Test
    void piece_by_piece_gives_what_the_tree_gives() {
        var out = new CanonicalWriter();
        out.open()
                .name("a")
                .openList()
                .text("名\n😀é")
                .number(-3)
                .openList()
                .closeList()
                .closeList();
        out.member("b", Money.of(java.util.Currency.getInstance("CNY"), "1.50"))
                .optional("c", null)
                .optional("d", 4)
                .member("e", true)
                .close();
        assertThat(out.text(0))
                .isEqualTo(
                        "{\"a\":[\"名\\n😀é\",-3,[]],\"b\":{\"amount\":\"1.50\",\"currency\":\"CNY\"},\"d\":4,\"e\":true}");
        assertThat(out.bytes(0)).isEqualTo(out.text(0).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void names_out_of_order_are_refused_at_every_depth() {
        assertThatThrownBy(() -> new CanonicalWriter().open().member("b", 1).member("a", 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("\"a\" after \"b\"");
        assertThatThrownBy(() -> new CanonicalWriter().open().member("a", 1).member("a", 2))
                .isInstanceOf(IllegalStateException.class);
        var deep = new CanonicalWriter();
        for (int i = 0; i < 20; i++) {
            deep.open().name("z");
        }
        assertThatThrownBy(() -> deep.open().member("b", 1).member("a", 2)).isInstanceOf(IllegalStateException.class);
        // A closed object leaves the order of the one around it as it was.
        var around = new CanonicalWriter();
        around.open().name("b").open().member("z", 1).close();
        assertThatThrownBy(() -> around.member("a", 2)).isInstanceOf(IllegalStateException.class);
        assertThat(around.member("c", 2).close().text(0)).isEqualTo("{\"b\":{\"z\":1},\"c\":2}");
    }

    @Test
    void lines_follow_each_other_in_one_buffer() {
        var out = new CanonicalWriter();
        out.value(List.of(1));
        out.line();
        int second = out.length();
        out.value(Map.of("k", "v"));
        out.insert(second + 1, "\"a\":1,");
        out.line();
        assertThat(out.text(0)).isEqualTo("[1]\n{\"a\":1,\"k\":\"v\"}\n");
        assertThat(out.text(second)).isEqualTo("{\"a\":1,\"k\":\"v\"}\n");
        assertThat(out.buffer().length).isGreaterThanOrEqualTo(out.length());
        out.clear();
        assertThat(out.value("again").text(0)).isEqualTo("\"again\"");
    }

    @Test
    void texts_longer_than_the_buffer_are_whole() {
        String text = "长\u0001".repeat(3_000);
        assertThat(new CanonicalWriter().text(text).text(0)).isEqualTo("\"" + "长\\u0001".repeat(3_000) + "\"");
    }
}
