package xindang.document.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import xindang.document.letter.Template.Form;
import xindang.document.letter.Template.Part;
import xindang.document.letter.Template.Piece;
import xindang.document.letter.Template.Row;
import xindang.document.letter.Template.Style;
import xindang.platform.print.letter.Block;

/**
 * Reads what people write as a template (模板解析): a small part of HTML and fields in double braces. What is not in it is refused by name and
 * line; nothing is left out silently, as a letter would then not say what its template says.
 */
final class TemplateReader {

    /** A row of a table never stands for more fields than this. */
    private static final int MOST_COLUMNS = 12;

    private static final int MOST_FAULTS = 20;

    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Map<String, Style> STYLES =
            Map.of("h1", Style.TITLE, "h2", Style.HEADING, "p", Style.BODY, "div", Style.PLAIN, "small", Style.SMALL);
    private static final Map<String, Block.Align> ALIGNS =
            Map.of("left", Block.Align.LEFT, "center", Block.Align.CENTER, "right", Block.Align.RIGHT);
    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.of("tr", Set.of("data-each"), "td", Set.of("align", "width"), "th", Set.of("align", "width"));
    private static final Set<String> STYLED = Set.of("align");

    private final LetterFields fields;
    private final List<TemplateFault> faults = new ArrayList<>();

    private TemplateReader(LetterFields fields) {
        this.fields = fields;
    }

    /** What became of a text. */
    sealed interface Read {

        /** It is a template. */
        record Sound(Template template) implements Read {}

        /** It is none, for some faults. */
        record Faulty(List<TemplateFault> faults) implements Read {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Reads a text. */
    static Read read(String text, LetterFields fields) {
        var reader = new TemplateReader(fields);
        Parser parser = Parser.htmlParser().setTrackPosition(true).setTrackErrors(MOST_FAULTS);
        Document document = parser.parseInput(text, "");
        // A reader that mends what is wrong moves things to where their writer did not put them.
        parser.getErrors().forEach(error -> reader.faults.add(new TemplateFault("markup", "", line(text, error))));
        var parts = new ArrayList<Part>();
        for (Node node : document.head().childNodes()) {
            reader.fault("element", node.nodeName(), node);
        }
        for (Node node : document.body().childNodes()) {
            reader.part(node, parts);
        }
        if (parts.isEmpty() && reader.faults.isEmpty()) {
            reader.faults.add(new TemplateFault("empty", "", 1));
        }
        return reader.faults.isEmpty() ? new Read.Sound(new Template(parts)) : new Read.Faulty(reader.faults);
    }

    private static int line(String text, ParseError error) {
        return (int) text.chars()
                        .limit(error.getPosition())
                        .filter(sign -> sign == '\n')
                        .count()
                + 1;
    }

    private void part(Node node, List<Part> parts) {
        if (isBlank(node)) {
            return;
        }
        if (!(node instanceof Element element)) {
            fault("outside", node.nodeName().replace("#", ""), node);
            return;
        }
        String name = element.normalName();
        if (name.equals("table")) {
            attributes(element, Set.of());
            table(element, parts);
        } else if (STYLES.containsKey(name)) {
            attributes(element, STYLED);
            paragraph(element, STYLES.get(name), parts);
        } else {
            fault("element", name, element);
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof Comment || (node instanceof TextNode text && text.isBlank());
    }

    private void paragraph(Element element, Style style, List<Part> parts) {
        Block.Align usual = style == Style.TITLE ? Block.Align.CENTER : Block.Align.LEFT;
        Block.Align align = align(element).orElse(usual);
        List<Piece> pieces = pieces(element, null);
        if (pieces.size() == 1
                && pieces.getFirst() instanceof Piece.Field(LetterField field, Form form, boolean optional)
                && field.code().equals(LetterFields.CODE)) {
            parts.add(new Part.Code(align));
            return;
        }
        if (mentionsCode(pieces)) {
            fault("code-alone", LetterFields.CODE, element);
        }
        parts.add(new Part.Paragraph(style, align, pieces));
    }

    private static boolean mentionsCode(List<Piece> pieces) {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Field(LetterField field, Form form, boolean optional)
                        && field.code().equals(LetterFields.CODE));
    }

    private void table(Element table, List<Part> parts) {
        var rows = new ArrayList<Row>();
        var columns = new ArrayList<Block.Column>();
        for (Node node : table.childNodes()) {
            section(node, rows, columns);
        }
        if (rows.isEmpty() || columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            fault("table-columns", String.valueOf(columns.size()), table);
            return;
        }
        if (rows.getFirst().each() != null) {
            fault("table-head", "", table);
        }
        if (rows.stream().anyMatch(row -> row.cells().size() != columns.size())) {
            fault("table-cells", String.valueOf(columns.size()), table);
        }
        parts.add(new Part.Table(columns, rows));
    }

    private void section(Node node, List<Row> rows, List<Block.Column> columns) {
        if (isBlank(node)) {
            return;
        }
        if (node instanceof Element section && Set.of("thead", "tbody").contains(section.normalName())) {
            attributes(section, Set.of());
            section.childNodes().forEach(row -> row(row, rows, columns));
        } else {
            fault("element", node.nodeName().replace("#", ""), node);
        }
    }

    private void row(Node node, List<Row> rows, List<Block.Column> columns) {
        if (isBlank(node)) {
            return;
        }
        if (!(node instanceof Element row && row.normalName().equals("tr"))) {
            fault("element", node.nodeName().replace("#", ""), node);
            return;
        }
        attributes(row, ATTRIBUTES.getOrDefault("tr", Set.of()));
        @Nullable LetterList list = each(row);
        var cells = new ArrayList<List<Piece>>();
        for (Node child : row.childNodes()) {
            if (child instanceof Element cell && Set.of("td", "th").contains(cell.normalName())) {
                attributes(cell, ATTRIBUTES.getOrDefault(cell.normalName(), Set.of()));
                cells.add(pieces(cell, list));
                if (rows.isEmpty()) {
                    columns.add(new Block.Column(share(cell), align(cell).orElse(Block.Align.LEFT)));
                }
            } else if (!isBlank(child)) {
                fault("element", child.nodeName().replace("#", ""), child);
            }
        }
        rows.add(new Row(list == null ? null : list.code(), cells));
    }

    private @Nullable LetterList each(Element row) {
        if (!row.hasAttr("data-each")) {
            return null;
        }
        String code = row.attr("data-each").strip();
        Optional<LetterList> list = fields.list(code);
        if (list.isEmpty()) {
            fault("unknown-list", code, row);
        }
        return list.orElse(null);
    }

    private float share(Element cell) {
        String width = cell.attr("width").strip();
        if (width.isEmpty()) {
            return 1;
        }
        if (!width.matches("[1-9][0-9]{0,2}")) {
            fault("width", width, cell);
            return 1;
        }
        return Float.parseFloat(width);
    }

    private Optional<Block.Align> align(Element element) {
        String align = element.attr("align").strip().toLowerCase(Locale.ROOT);
        if (align.isEmpty()) {
            return Optional.empty();
        }
        if (!ALIGNS.containsKey(align)) {
            fault("align", align, element);
        }
        return Optional.ofNullable(ALIGNS.get(align));
    }

    private List<Piece> pieces(Element element, @Nullable LetterList list) {
        var pieces = new ArrayList<Piece>();
        for (Node node : element.childNodes()) {
            switch (node) {
                case TextNode text -> words(text, list, pieces);
                case Element inner when inner.normalName().equals("br") -> pieces.add(new Piece.Words("\n"));
                case Comment _ -> {}
                default -> fault("element", node.nodeName().replace("#", ""), node);
            }
        }
        return pieces;
    }

    private void words(TextNode node, @Nullable LetterList list, List<Piece> pieces) {
        String text = node.getWholeText().replaceAll("\\s*\\n\\s*", "").replaceAll("[ \\t]+", " ");
        Matcher matcher = FIELD.matcher(text);
        int from = 0;
        while (matcher.find()) {
            said(text.substring(from, matcher.start()), node, pieces);
            field(matcher.group(1).strip(), list, node).ifPresent(pieces::add);
            from = matcher.end();
        }
        said(text.substring(from), node, pieces);
    }

    private void said(String words, Node at, List<Piece> pieces) {
        if (words.contains("{{") || words.contains("}}")) {
            fault("braces", words.strip(), at);
        }
        if (!words.isEmpty()) {
            pieces.add(new Piece.Words(words));
        }
    }

    private Optional<Piece> field(String said, @Nullable LetterList list, Node at) {
        String[] words = said.split("\\|", -1);
        String code = words[0].strip();
        Optional<LetterField> field = list == null ? fields.field(code) : inList(list, code);
        if (field.isEmpty()) {
            fault("unknown-field", code, at);
            return Optional.empty();
        }
        Form form = Form.USUAL;
        boolean optional = false;
        for (int i = 1; i < words.length; i++) {
            String word = words[i].strip();
            Optional<Form> wanted = form(word, field.get().kind());
            if (word.equals("optional")) {
                optional = true;
            } else if (wanted.isPresent()) {
                form = wanted.get();
            } else {
                fault("unknown-form", word, at);
            }
        }
        return Optional.of(new Piece.Field(field.get(), form, optional));
    }

    private Optional<LetterField> inList(LetterList list, String code) {
        return list.fields().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .or(() -> fields.field(code).filter(one -> !one.code().equals(LetterFields.CODE)));
    }

    private static Optional<Form> form(String word, LetterField.Kind kind) {
        return switch (kind) {
            case AMOUNT ->
                word.equals("capital")
                        ? Optional.of(Form.CAPITAL)
                        : Optional.of(Form.CURRENCY).filter(_ -> word.equals("currency"));
            case DAY -> Optional.of(Form.ISO).filter(_ -> word.equals("iso"));
            case TEXT, COUNT -> Optional.empty();
        };
    }

    private void attributes(Element element, Set<String> allowed) {
        for (Attribute attribute : element.attributes()) {
            if (!attribute.getKey().startsWith("/") && !allowed.contains(attribute.getKey())) {
                fault("attribute", attribute.getKey(), element);
            }
        }
    }

    private void fault(String code, String word, Node at) {
        String shown = word.length() <= 60 ? word : word.substring(0, 60);
        faults.add(new TemplateFault(
                code, shown, Math.max(1, at.sourceRange().start().lineNumber())));
    }
}
