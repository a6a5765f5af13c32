package xindang.intake;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Which column holds what, as the user says it in a YAML file ({@code --map}). A value is the header text, or the
 * column's number from 1, or a mapping with {@code column} and {@code dates} (day/month/year or month/day/year), {@code
 * unit} (万元, USD …) or {@code decimals} (comma or point). Fields not named are recognised as ever.
 */
public final class ColumnMap {

    /** One line of the map. */
    record Entry(
            int line,
            String column,
            @Nullable DateOrder dates,
            @Nullable Unit unit,
            @Nullable Boolean comma) {

        /** The column's number from 1, or 0 if it is named by its header. */
        int position() {
            boolean number =
                    !column.isEmpty() && column.length() <= 4 && column.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? Integer.parseInt(column) : 0;
        }
    }

    /**
     * How the cells of mapped columns are written, where that is known.
     *
     * @param orders order of dates by date field
     * @param decimalCommas whether the decimal sign is a comma, by amount field
     * @param unit unit of all amounts, such as 万元 or USD, as a header would name it; null = as headers say
     */
    public record Styles(
            Map<Field, DateOrder> orders,
            Map<Field, Boolean> decimalCommas,
            @Nullable String unit) {

        /** Nothing is known. */
        public static final Styles NONE = new Styles(Map.of(), Map.of(), null);

        /** Copies the maps. */
        public Styles {
            orders = Map.copyOf(orders);
            decimalCommas = Map.copyOf(decimalCommas);
        }
    }

    private static final long LARGEST = 1 << 20;

    private final String file;
    private final Map<Field, Entry> entries = new EnumMap<>(Field.class);
    private final @Nullable List<String> headers;

    private ColumnMap(String file, @Nullable List<String> headers) {
        this.file = file;
        this.headers = headers;
    }

    /**
     * A complete map by column numbers for tables with just this header row: what it does not name has no column, whatever
     * its header says.
     *
     * @param headers texts of the header row, as {@link TableReader#headers} gives them
     * @param columns number of the column from 0, by field
     * @throws IntakeProblem {@code MAP_VALUE_BAD} if the unit is none
     */
    public static ColumnMap ofColumns(List<String> headers, Map<Field, Integer> columns, Styles styles) {
        ColumnMap map = new ColumnMap("", List.copyOf(headers));
        String named = styles.unit();
        Unit unit = named == null ? null : Unit.parse(named);
        if (named != null && unit == null) {
            throw new IntakeProblem(
                    IntakeProblem.Code.MAP_VALUE_BAD, Map.of("map", "", "line", 0, "key", "unit", "value", named));
        }
        columns.forEach((field, column) -> map.entries.put(
                field,
                new Entry(
                        0,
                        String.valueOf(column + 1),
                        styles.orders().get(field),
                        field.isAmount() ? unit : null,
                        styles.decimalCommas().get(field))));
        return map;
    }

    /** Whether columns are meant by their number alone and fields not named have none. */
    boolean byPositions() {
        return headers != null;
    }

    /** Whether a row is the header the numbers belong to. */
    boolean isFor(List<String> texts) {
        return headers == null || headers.equals(texts);
    }

    /**
     * Reads a column map.
     *
     * @throws IntakeProblem if the file cannot be read, is no YAML mapping, or has unknown keys or values
     */
    public static ColumnMap read(Path yaml) {
        ColumnMap map = new ColumnMap(yaml.toString(), null);
        try {
            if (Files.size(yaml) > LARGEST) {
                throw map.unreadable("too large");
            }
            LoadSettings settings = LoadSettings.builder()
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(false)
                    .setLabel(yaml.toString())
                    .build();
            Optional<Node> root = new Compose(settings).composeString(Files.readString(yaml));
            if (root.isPresent()) {
                map.take(root.get());
            }
            return map;
        } catch (CharacterCodingException | YamlEngineException e) {
            throw map.unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IntakeProblem(
                    IntakeProblem.Code.FILE_UNREADABLE,
                    Map.of("file", map.file, "reason", String.valueOf(e.getMessage())));
        }
    }

    private IntakeProblem unreadable(String reason) {
        return new IntakeProblem(IntakeProblem.Code.MAP_UNREADABLE, Map.of("map", file, "reason", reason));
    }

    private void take(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            throw unreadable("not a mapping");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            Field field = key == null ? null : Field.ofKey(key);
            if (field == null) {
                throw new IntakeProblem(
                        IntakeProblem.Code.MAP_KEY_UNKNOWN,
                        Map.of("map", file, "line", line(tuple.getKeyNode()), "key", String.valueOf(key)));
            }
            if (entries.put(field, entry(field, tuple.getValueNode())) != null) {
                throw bad(field.key(), tuple.getValueNode());
            }
        }
    }

    private Entry entry(Field field, Node value) {
        String plain = text(value);
        if (plain != null) {
            if (plain.isBlank()) {
                throw bad(field.key(), value);
            }
            return new Entry(line(value), plain.strip(), null, null, null);
        }
        if (!(value instanceof MappingNode mapping)) {
            throw bad(field.key(), value);
        }
        String column = "";
        DateOrder dates = null;
        Unit unit = null;
        Boolean comma = null;
        for (NodeTuple tuple : mapping.getValue()) {
            String text = text(tuple.getValueNode());
            String stripped = text == null ? "" : text.strip();
            switch (String.valueOf(text(tuple.getKeyNode()))) {
                case "column" -> column = stripped;
                case "dates" -> dates = known(field.isDate() ? DateOrder.ofKey(stripped) : null, field, tuple);
                case "unit" -> unit = known(field.isAmount() ? Unit.parse(stripped) : null, field, tuple);
                case "decimals" -> comma = known(field.isAmount() ? comma(stripped) : null, field, tuple);
                default -> throw bad(field.key(), tuple.getKeyNode());
            }
        }
        if (column.isEmpty()) {
            throw bad(field.key(), value);
        }
        return new Entry(line(value), column, dates, unit, comma);
    }

    private static @Nullable Boolean comma(String text) {
        return text.equals("comma") ? Boolean.TRUE : text.equals("point") ? Boolean.FALSE : null;
    }

    private <T> T known(@Nullable T value, Field field, NodeTuple tuple) {
        if (value == null) {
            throw bad(field.key() + "." + text(tuple.getKeyNode()), tuple.getValueNode());
        }
        return value;
    }

    private IntakeProblem bad(String key, Node value) {
        return new IntakeProblem(
                IntakeProblem.Code.MAP_VALUE_BAD,
                Map.of("map", file, "line", line(value), "key", key, "value", String.valueOf(text(value))));
    }

    private static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The line for a field, null if the map does not name it. */
    @Nullable
    Entry entry(Field field) {
        return entries.get(field);
    }

    /** Path of the map, for messages. */
    String file() {
        return file;
    }

    /** A map line that names a column by its header, or by its number where several have the same header. */
    static String lineFor(Field field, List<String> headers, int column) {
        return field.key() + ": " + columnText(headers, column);
    }

    /** A map line that adds an option to a column. */
    static String lineFor(Field field, List<String> headers, int column, String option, String value) {
        return field.key() + ": {column: " + columnText(headers, column) + ", " + option + ": " + value + "}";
    }

    private static String columnText(List<String> headers, int column) {
        String text = headers.get(column);
        List<String> same = new ArrayList<>(headers);
        same.removeIf(h -> !h.equals(text));
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        return same.size() > 1 || digits
                ? String.valueOf(column + 1)
                : '"'
                        + text.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r")
                                .replace("\t", "\\t")
                        + '"';
    }
}
