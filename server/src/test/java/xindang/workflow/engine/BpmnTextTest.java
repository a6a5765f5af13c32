package xindang.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.format.FlowText;
import xindang.gates.Requirement;

/** Steps of a flow become nodes and lines of BPMN. */
class BpmnTextTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private static String sign(String code) {
        return "{\"type\":\"approve\",\"code\":\"%s\",\"name\":\"审批\",\"who\":{\"kind\":\"superior\"},\"mode\":\"single\"}"
                .formatted(code);
    }

    private static String bpmn(String steps) {
        var flow = FlowText.read("flow", "{\"format\":1,\"facts\":[],\"steps\":[" + steps + "]}")
                .flow();
        return BpmnText.of(ID, "客户 <A> & \"B\"", flow);
    }

    private static List<String> lines(String bpmn) {
        return Pattern.compile("sourceRef=\"([^\"]+)\" targetRef=\"([^\"]+)\"")
                .matcher(bpmn)
                .results()
                .map(one -> one.group(1) + ">" + one.group(2))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @Requirement("LCD-02")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation              | steps    | lines
            one approval           | a        | begin_>start start>a a>end_approved
            one after another      | a b      | begin_>start start>a a>b b>end_approved
            a copy and an action   | a c x    | begin_>start start>a a>c c>x x>end_approved
            a refusing end         | a n      | begin_>start start>a a>n
            a branch, one way on   | [a]      | begin_>start start>br br>ways_br ways_br>a a>end_approved ways_br>end_approved
            a branch, both go on   | [a/b] d  | begin_>start start>br br>ways_br ways_br>a ways_br>b a>d b>d d>end_approved
            a branch, one way ends | [a n] b  | begin_>start start>br br>ways_br ways_br>a a>n ways_br>b b>end_approved""")
    void steps_become_nodes_and_lines(String situation, String steps, String lines) {
        assertThat(lines(bpmn(written(steps)))).as(situation).containsExactlyInAnyOrder(lines.split(" "));
    }

    /** a, b, d: approvals; c: a copy; x: an action; n: an end; […/…]: a branch with its other way. */
    private static String written(String steps) {
        if (steps.startsWith("[")) {
            String[] ways = steps.substring(1, steps.indexOf(']')).split("/", 2);
            String rest = steps.substring(steps.indexOf(']') + 1).strip();
            return "{\"type\":\"branch\",\"code\":\"br\",\"name\":\"分支\",\"arms\":[{\"code\":\"w\",\"name\":\"大额\",\"when\":\"true\",\"steps\":["
                    + written(ways[0]) + "]}],\"otherwise\":[" + (ways.length > 1 ? written(ways[1]) : "") + "]}"
                    + (rest.isEmpty() ? "" : "," + written(rest));
        }
        return String.join(
                ",",
                List.of(steps.split(" ")).stream()
                        .map(one -> switch (one) {
                            case "c" ->
                                "{\"type\":\"copy\",\"code\":\"c\",\"name\":\"抄送\",\"who\":{\"kind\":\"starter\"}}";
                            case "x" -> "{\"type\":\"act\",\"code\":\"x\",\"name\":\"动作\",\"action\":\"a.b\"}";
                            case "n" -> "{\"type\":\"end\",\"code\":\"n\",\"name\":\"否决\",\"outcome\":\"refused\"}";
                            default -> sign(one);
                        })
                        .toList());
    }

    @Test
    @Requirement("LCD-02")
    void the_same_flow_gives_the_same_text_in_which_names_are_only_names() {
        String steps = written("[a n/b] d");
        assertThat(bpmn(steps)).isEqualTo(bpmn(steps)).contains("name=\"客户 &lt;A&gt; &amp; &quot;B&quot;\"");
    }

    @Test
    @Requirement("LCD-02")
    void every_node_and_line_has_its_place_in_the_drawing_and_no_two_nodes_share_one() {
        String bpmn = bpmn(written("[a/b] d c"));
        var places = Pattern.compile("<omgdc:Bounds x=\"(\\d+)\" y=\"(\\d+)\"")
                .matcher(bpmn)
                .results()
                .map(one -> one.group(1) + "," + one.group(2))
                .toList();
        long nodes = Pattern.compile("<(startEvent|receiveTask|serviceTask|exclusiveGateway|endEvent) ")
                .matcher(bpmn)
                .results()
                .count();
        assertThat(places).hasSize((int) nodes).doesNotHaveDuplicates();
        assertThat(Pattern.compile("<bpmndi:BPMNEdge ").matcher(bpmn).results().count())
                .isEqualTo(lines(bpmn).size());
    }
}
