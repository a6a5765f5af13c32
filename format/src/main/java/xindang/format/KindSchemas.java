package xindang.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.canonical.CanonicalJson;

/**
 * JSON Schemas of the kinds that are described by the catalogue of parameters (参数目录) alone. A member may be absent: a version written
 * before a parameter existed stays readable forever, and the standard holds.
 */
final class KindSchemas {

    /** Kinds that the catalogue alone describes. */
    static final List<String> KINDS = List.of(
            "org", "file", "doc", "num", "inv", "app", "gua", "ntc", "ord", "fee", "stm", "dft", "rsk", "rwd", "blk",
            "pub", "div", "com", "cmp", "ctr", "hnd", "cus", "brw", "sec", "ret", "arc", "trn", "sup", "rpt", "pol",
            "imp", "cal");

    private KindSchemas() {}

    private static final class Texts {
        private static final Map<String, String> ALL = compose();

        private static Map<String, String> compose() {
            Body catalogue = Body.of("catalogue", "", JsonTree.parse("catalogue", bytes()));
            var texts = new LinkedHashMap<String, String>();
            for (String kind : KINDS) {
                var members = new LinkedHashMap<String, @Nullable Object>();
                for (Body parameter : catalogue.objects("parameters")) {
                    String id = parameter.text("id");
                    if (kind(id).equals(kind)) {
                        members.put(key(id), parameter.value("schema"));
                    }
                }
                texts.put(
                        kind,
                        CanonicalJson.text(Map.of(
                                "$schema",
                                "https://json-schema.org/draft/2020-12/schema",
                                "$id",
                                "urn:xindang:format:" + kind,
                                "type",
                                "object",
                                "properties",
                                members,
                                "additionalProperties",
                                false)));
            }
            return texts;
        }

        private static byte[] bytes() {
            try (InputStream in = KindSchemas.class.getResourceAsStream("regime/catalogue.json")) {
                if (in == null) {
                    throw new IllegalStateException("the catalogue of parameters is missing");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The kind a parameter belongs to. */
    static String kind(String parameter) {
        String group = parameter.substring(0, parameter.indexOf('.'));
        // Surveys of satisfaction are part of communication.
        return group.equals("sat") ? "com" : group;
    }

    /** The member of a parameter in the body of its kind. */
    static String key(String parameter) {
        String start = kind(parameter) + ".";
        return parameter.startsWith(start) ? parameter.substring(start.length()) : parameter;
    }

    /** The schema of a kind's body. */
    static Optional<String> text(String kind) {
        return KINDS.contains(kind) ? Optional.ofNullable(Texts.ALL.get(kind)) : Optional.empty();
    }
}
