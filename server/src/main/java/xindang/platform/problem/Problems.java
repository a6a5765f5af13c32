package xindang.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems (问题报告) in the reader's language and logs each under its reference. */
@Component
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int REFERENCE_BYTES = 6;

    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** The language of a reader: English if preferred to Chinese, else Chinese. */
    public static Locale language(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Language");
        if (accepted == null || accepted.length() > 500) {
            return Locale.CHINESE;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(Locale.CHINESE, Locale.ENGLISH));
            return found == null ? Locale.CHINESE : found;
        } catch (IllegalArgumentException notAList) {
            return Locale.CHINESE;
        }
    }

    /** The problem of a refusal. */
    public Problem of(HttpServletRequest request, ProblemCode code, List<Reason> reasons) {
        return make(request, code, reasons, null);
    }

    /** The answer to a refusal. */
    public ResponseEntity<Problem> answer(HttpServletRequest request, Refusal refusal) {
        Problem problem = of(request, refusal.code(), refusal.reasons());
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        refusal.headers().forEach(answer::header);
        return answer.body(problem);
    }

    /** The answer to a defect of ours; only the log says what happened. */
    public ResponseEntity<Problem> fault(HttpServletRequest request, Throwable defect) {
        Problem problem = make(request, Code.FAULT, List.of(), defect);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Writes a refusal from a filter, where no controller advice reaches. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        Problem problem = of(request, refusal.code(), refusal.reasons());
        response.setStatus(problem.status());
        refusal.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /**
     * The problem of work that nobody waits for with a request, to be kept; {@link #told} tells it to a reader.
     *
     * @param defect what happened if it was a defect of ours; only the log shows it
     */
    public Problem ofJob(ProblemCode code, List<Reason> reasons, @Nullable Throwable defect) {
        return make("job", Locale.CHINESE, code, reasons, defect);
    }

    /** A problem that was kept, in a reader's language; as it was kept if its code is known no more. */
    public static Problem told(Problem kept, Locale language) {
        if (!bundle(language).containsKey(kept.code())) {
            return kept;
        }
        Map<String, String> texts = texts(language, kept.code());
        return new Problem(
                kept.type(),
                texts.getOrDefault("title", kept.title()),
                kept.status(),
                filled(texts.getOrDefault("detail", kept.detail()), kept.reasons()),
                kept.code(),
                kept.reasons(),
                kept.reference());
    }

    private Problem make(
            HttpServletRequest request, ProblemCode code, List<Reason> reasons, @Nullable Throwable defect) {
        return make(request.getMethod(), language(request), code, reasons, defect);
    }

    private Problem make(
            String act, Locale language, ProblemCode code, List<Reason> reasons, @Nullable Throwable defect) {
        byte[] bytes = new byte[REFERENCE_BYTES];
        random.nextBytes(bytes);
        String reference = HexFormat.of().formatHex(bytes);
        if (defect == null) {
            // Method and kind only: addresses and values may hold personal data.
            LOG.info("{} {} refused: {} ({})", reference, act, code.id(), code.status());
        } else {
            LOG.error("{} {} failed", reference, act, defect);
        }
        Map<String, String> texts = texts(language, code.id());
        return new Problem(
                "/problems/" + code.id(),
                texts.getOrDefault("title", code.id()),
                code.status(),
                filled(texts.getOrDefault("detail", ""), reasons),
                code.id(),
                reasons,
                reference);
    }

    private static Map<String, String> texts(Locale language, String id) {
        ResourceBundle bundle = bundle(language);
        return Map.of("title", bundle.getString(id), "detail", bundle.getString(id + ".detail"));
    }

    /** A text with the facts of its reasons where it names them in braces. */
    private static String filled(String text, List<Reason> reasons) {
        String filled = text;
        for (Reason reason : reasons) {
            for (var fact : reason.facts().entrySet()) {
                filled = filled.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
            }
        }
        return filled;
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("xindang.platform.problem.problems", language, NO_FALLBACK);
    }
}
