package xindang.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** A company with people who draw, publish and fill in forms. */
final class FormHouse {

    private static final AtomicInteger CODES = new AtomicInteger();

    final Company company = new Company();
    final Client drawer = company.user("credit-manager");
    final Client publisher = company.user("leading-group");
    final Client sales = company.user("sales");
    final Client manager = company.user("credit-manager");

    static String body(String definition, String more) {
        return "{\"definition\":" + definition + more + "}";
    }

    static String givenValues(String values) {
        return "{\"values\":" + values + "}";
    }

    /** A form with its first draft. */
    Answer drawn(String subject, String definition) {
        Answer made = drawer.post(
                "/forms/forms",
                body(
                        definition,
                        ",\"node\":\"%s\",\"code\":\"form-%d\",\"subject\":\"%s\""
                                .formatted(company.id(), CODES.incrementAndGet(), subject)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    /** A published form. */
    String published(String subject, String definition) {
        Answer made = drawn(subject, definition);
        String id = made.text("/form/id");
        publish(id, made);
        return id;
    }

    /** Checks and publishes the draft of a form. */
    void publish(String id, Answer draft) {
        Answer checked = drawer.send("POST", "/forms/forms/" + id + "/draft/check", null, match(draft));
        assertThat(checked.json().at("/items").size()).as(checked.body()).isZero();
        Answer published = decide(publisher, id, "published");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    /** What comes of a decision about the draft as it is now. */
    Answer decide(Client by, String id, String decision) {
        return by.send(
                "POST",
                "/forms/forms/" + id + "/draft/decide",
                "{\"decision\":\"" + decision + "\",\"reason\":\"已核对\"}",
                match(drawer.get("/forms/forms/" + id)));
    }

    static Map<String, String> match(Answer answer) {
        return Map.of("If-Match", answer.header("ETag"));
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    Answer added(Client by, String form, String values) {
        Answer added = by.post("/forms/forms/" + form + "/records", givenValues(values));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return added;
    }
}
