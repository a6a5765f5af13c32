package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.suite.Answer;
import xindang.suite.Client;

/** A draft as its author sees it. */
record Draft(Client author, String id) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Draft start(Client author, String node, String base, @Nullable String more) {
        Answer started = author.post("/policy/drafts", """
                {"node":"%s","base":"%s","head":{"name":"草案"%s}}""".formatted(node, base, more == null ? "" : "," + more));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return new Draft(author, started.text("/draft/id"));
    }

    String path() {
        return "/policy/drafts/" + id;
    }

    Draft writtenBy(Client other) {
        return new Draft(other, id);
    }

    Answer set(String parameter, String json) {
        return put("/values/" + parameter, JSON.writeValueAsString(Map.of("json", json)));
    }

    Answer put(String below, String body) {
        return send("PUT", below, body);
    }

    Answer send(String method, String below, @Nullable String body) {
        return author.send(method, path() + below, body, Map.of("If-Match", version(author)));
    }

    List<JsonNode> check() {
        Answer checked = author.send("POST", path() + "/check", null, Map.of("If-Match", version(author)));
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        return checked.json().valueStream().toList();
    }

    Answer decide(Client decider, String decision) {
        return decider.send(
                "POST",
                path() + "/decision",
                "{\"decision\":\"" + decision + "\",\"reason\":\"会议决定\"}",
                Map.of("If-Match", version(author)));
    }

    String value(String kind, String key) {
        JsonNode value =
                author.get(path()).json().at("/kinds/" + kind + "/body").get(key);
        return value.isString() ? value.asString() : value.toString();
    }

    private String version(Client reader) {
        return "\"" + reader.get(path()).text("/draft/version") + "\"";
    }
}
