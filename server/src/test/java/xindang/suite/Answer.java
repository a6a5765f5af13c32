package xindang.suite;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server, as a client sees it. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The body as JSON. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** A field of the body as text, by its path with slashes. */
    public String text(String path) {
        return json().at(path).asString("");
    }

    /** The code of the problem. */
    public String code() {
        return text("/code");
    }

    /** A header, or nothing as an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
