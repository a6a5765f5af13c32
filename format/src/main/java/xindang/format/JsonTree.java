package xindang.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.FormatProblem.Code;

/**
 * Reads JSON strictly into plain values: maps, lists, strings, integers, booleans and {@code null}, which {@link
 * CanonicalJson} writes back. Refused with a {@link FormatException}: other encodings than UTF-8, double member names, deep
 * nesting, and numbers that are not whole and small, because their text would depend on who prints them.
 */
public final class JsonTree {

    /** Largest file read, in bytes. */
    public static final int MAX_BYTES = 16 << 20;

    private static final int MAX_DEPTH = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final String file;
    private final JsonParser parser;

    private JsonTree(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads a file; its name as given appears in problems. */
    public static @Nullable Object read(Path path) {
        String file = path.toString();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw problem(
                        Code.FILE_TOO_LARGE,
                        Map.of("file", file, "value", "more than " + MAX_BYTES, "expected", MAX_BYTES + ""));
            }
            return parse(file, bytes);
        } catch (NoSuchFileException _) {
            throw problem(Code.FILE_NOT_FOUND, Map.of("file", file));
        } catch (IOException e) {
            throw problem(Code.FILE_UNREADABLE, Map.of("file", file, "value", String.valueOf(e.getMessage())));
        }
    }

    /** Reads UTF-8 bytes. */
    public static @Nullable Object parse(String file, byte[] bytes) {
        return parse(file, decode(file, bytes));
    }

    /** Reads a text. */
    public static @Nullable Object parse(String file, String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var tree = new JsonTree(file, parser);
            Object value = tree.value(parser.nextToken(), "", 0);
            if (parser.nextToken() != null) {
                throw tree.notJson("something follows the end");
            }
            return value;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw problem(
                    Code.NOT_JSON,
                    Map.of(
                            "file",
                            file,
                            "value",
                            e.getOriginalMessage(),
                            "line",
                            at == null ? "?" : Integer.toString(at.getLineNr()),
                            "column",
                            at == null ? "?" : Integer.toString(at.getColumnNr())));
        }
    }

    /**
     * Reads a decision record: the text must be exactly what {@link CanonicalJson} writes, or its hash would not be that of
     * what is read.
     */
    public static @Nullable Object parseCanonical(String file, String text) {
        Object value = parse(file, text);
        String canonical = CanonicalJson.text(value);
        if (!canonical.equals(text)) {
            int at = Arrays.mismatch(canonical.toCharArray(), text.toCharArray());
            throw problem(Code.NOT_CANONICAL, Map.of("file", file, "value", Integer.toString(at)));
        }
        return value;
    }

    private static String decode(String file, byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF) || startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw problem(Code.BYTE_ORDER_MARK, Map.of("file", file));
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw problem(Code.NOT_UTF8, Map.of("file", file, "value", Integer.toString(in.position())));
        }
        return out.flip().toString();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object value(@Nullable JsonToken token, String pointer, int depth) {
        if (token == null) {
            throw notJson("it ends too early");
        }
        if (depth >= MAX_DEPTH && token.isStructStart()) {
            throw problem(
                    Code.TOO_DEEP, Map.of("file", file, "pointer", pointer, "expected", Integer.toString(MAX_DEPTH)));
        }
        return switch (token) {
            case START_OBJECT -> object(pointer, depth);
            case START_ARRAY -> array(pointer, depth);
            case VALUE_STRING -> wellFormed(parser.getString(), pointer);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> whole(pointer);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw notJson("unexpected " + token);
        };
    }

    private Map<String, @Nullable Object> object(String pointer, int depth) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName(), pointer);
            String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (members.containsKey(name)) {
                throw problem(Code.DUPLICATE_KEY, Map.of("file", file, "pointer", below));
            }
            members.put(name, value(parser.nextToken(), below, depth + 1));
        }
        return members;
    }

    private List<@Nullable Object> array(String pointer, int depth) {
        var items = new ArrayList<@Nullable Object>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, pointer + "/" + items.size(), depth + 1));
        }
        return items;
    }

    private Integer whole(String pointer) {
        String text = parser.getString();
        // "-0" is an integer for Java and another text for canonical JSON.
        if (text.length() <= 11 && !text.equals("-0")) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException _) {
                // told below
            }
        }
        throw problem(Code.NUMBER_NOT_WHOLE, Map.of("file", file, "pointer", pointer, "value", shorten(text)));
    }

    private String wellFormed(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                throw problem(Code.LONE_SURROGATE, Map.of("file", file, "pointer", pointer));
            }
        }
        return text;
    }

    private FormatException notJson(String why) {
        var at = parser.currentLocation();
        return problem(
                Code.NOT_JSON,
                Map.of(
                        "file",
                        file,
                        "value",
                        why,
                        "line",
                        Integer.toString(at.getLineNr()),
                        "column",
                        Integer.toString(at.getColumnNr())));
    }

    static FormatException problem(Code code, Map<String, String> args) {
        return new FormatException(List.of(new FormatProblem(code, args)));
    }

    static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
