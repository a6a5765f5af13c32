package xindang.workflow.engine;

import java.util.UUID;
import xindang.engine.workflow.FlowDefinition;

/**
 * Writes a flow as BPMN 2.0 with its drawing (流程图): the same flow always gives the same text. People are not in it; a step where they
 * sign is a task that waits to be told.
 */
public final class BpmnText {

    private final StringBuilder text = new StringBuilder();

    private BpmnText() {}

    /** Id of a version's process. */
    static String process(UUID version) {
        return "flow-" + version;
    }

    /**
     * The text of a flow.
     *
     * @param name how people call it
     */
    public static String of(UUID version, String name, FlowDefinition flow) {
        return new BpmnText().write(process(version), name, Route.of(flow));
    }

    private String write(String process, String name, Route route) {
        text.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" \
                xmlns:omgdc="http://www.omg.org/spec/DD/20100524/DC" \
                xmlns:omgdi="http://www.omg.org/spec/DD/20100524/DI" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xmlns:flowable="http://flowable.org/bpmn" targetNamespace="urn:xindang:workflow">
                """);
        line("  <process id=\"" + process + "\" name=\"" + escaped(name) + "\" isExecutable=\"true\">");
        route.nodes().forEach(this::node);
        route.lines().forEach(this::flow);
        line("  </process>");
        line("  <bpmndi:BPMNDiagram id=\"drawing_\">");
        line("    <bpmndi:BPMNPlane id=\"plane_\" bpmnElement=\"" + process + "\">");
        route.nodes().forEach(this::shape);
        route.lines().forEach(one -> edge(route, one));
        line("    </bpmndi:BPMNPlane>");
        line("  </bpmndi:BPMNDiagram>");
        line("</definitions>");
        return text.toString();
    }

    private void node(Route.Node node) {
        String named = " id=\"" + node.id() + "\" name=\"" + escaped(node.name()) + "\"";
        switch (node.kind()) {
            case BEGIN -> line("    <startEvent" + named + "/>");
            case WAIT -> listening("receiveTask", named, "start", "waits");
            case BRANCH -> line("    <serviceTask" + named + " flowable:" + calls("branches") + "/>");
            case PASS -> line("    <serviceTask" + named + " flowable:" + calls("passes") + "/>");
            case WAYS ->
                line("    <exclusiveGateway" + named + " default=\"line_" + node.id() + "_" + Stops.OTHERWISE + "\"/>");
            case APPROVED -> listening("endEvent", named, "end", "approves");
            case REFUSED -> listening("endEvent", named, "end", "refuses");
        }
    }

    private static String calls(String name) {
        return "delegateExpression=\"${" + name + "}\"";
    }

    private void listening(String element, String named, String event, String name) {
        line("    <" + element + named + ">");
        line("      <extensionElements><flowable:executionListener event=\"" + event + "\" " + calls(name)
                + "/></extensionElements>");
        line("    </" + element + ">");
    }

    private void flow(Route.Line one) {
        String way = one.way();
        String label = one.name();
        String head = "    <sequenceFlow id=\"" + one.id() + "\" sourceRef=\"" + one.from() + "\" targetRef=\""
                + one.to() + "\"" + (label == null ? "" : " name=\"" + escaped(label) + "\"");
        if (way == null || way.equals(Stops.OTHERWISE)) {
            line(head + "/>");
            return;
        }
        line(head + ">");
        line("      <conditionExpression xsi:type=\"tFormalExpression\">${way == '" + way + "'}</conditionExpression>");
        line("    </sequenceFlow>");
    }

    private void shape(Route.Node node) {
        line("      <bpmndi:BPMNShape id=\"shape_" + node.id() + "\" bpmnElement=\"" + node.id() + "\">");
        line("        <omgdc:Bounds x=\"" + node.left() + "\" y=\"" + node.y() + "\" width=\"" + node.width()
                + "\" height=\"" + node.height() + "\"/>");
        line("      </bpmndi:BPMNShape>");
    }

    private void edge(Route route, Route.Line one) {
        Route.Node from = route.node(one.from());
        Route.Node to = route.node(one.to());
        line("      <bpmndi:BPMNEdge id=\"edge_" + one.id() + "\" bpmnElement=\"" + one.id() + "\">");
        point(from.x(), from.bottom());
        if (from.x() != to.x()) {
            int bend = to.y() - 20;
            point(from.x(), bend);
            point(to.x(), bend);
        }
        point(to.x(), to.y());
        line("      </bpmndi:BPMNEdge>");
    }

    private void point(int x, int y) {
        line("        <omgdi:waypoint x=\"" + x + "\" y=\"" + y + "\"/>");
    }

    private void line(String one) {
        text.append(one).append('\n');
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
