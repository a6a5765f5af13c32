package xindang.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Problems;
import xindang.platform.problem.Refusal;
import xindang.platform.store.AnswerStore;
import xindang.platform.store.SecretStore;

/**
 * A change that is sent twice under one {@code Idempotency-Key} happens once (幂等): the second time gets the bytes of the
 * first answer. Kept for 48 hours per caller, method and path, unless the answer holds a secret. Runs behind the filter that knows the caller.
 */
@Component
@Order(20)
class RepeatedRequests extends OncePerRequestFilter {

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "ETag", "Location");
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_KEY = 255;
    private static final Duration LIFE = Duration.ofDays(2);

    /** Older ones that have no answer were cut off; nobody can tell whether they took effect. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    private final AnswerStore answers;
    private final Problems problems;
    private final SecretStore secrets;

    RepeatedRequests(AnswerStore answers, Problems problems, SecretStore secrets) {
        this.answers = answers;
        this.problems = problems;
        this.secrets = secrets;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Idempotency-Key") == null || !CHANGES.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = Caller.of(request);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader("Idempotency-Key");
        if (key.isBlank() || key.length() > LONGEST_KEY || !SafeText.isStorable(key)) {
            problems.write(request, response, Refusal.of(Code.MALFORMED_REQUEST));
            return;
        }
        var place = new AnswerStore.Key(
                caller.get().id().toString(), request.getMethod() + " " + request.getRequestURI(), key);
        HttpServletRequest readable = isUpload(request) ? request : new RereadableRequest(request);
        String hash = hash(request, readable);
        if (answers.begin(place, hash, now())) {
            run(place, readable, response, chain);
        } else {
            repeat(answers.find(place), hash, request, response);
        }
    }

    /** Files are too large to be kept in memory; the container has them on disk. */
    private static boolean isUpload(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    private void run(AnswerStore.Key place, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, caught);
            if (caught.getStatus() < 500
                    && caught.getStatus() != Code.TOO_MANY_ATTEMPTS.status()
                    && !SecretAnswers.isOne(request)) {
                var headers = new HashMap<String, String>();
                for (String name : KEPT_HEADERS) {
                    String value = caught.getHeader(name);
                    if (value != null) {
                        headers.put(name, value);
                    }
                }
                answers.finish(
                        place, new AnswerStore.Answer(caught.getStatus(), headers, caught.getContentAsByteArray()));
                kept = true;
            }
        } finally {
            if (!kept) {
                answers.forget(place);
            }
            caught.copyBodyToResponse();
        }
    }

    private void repeat(
            Optional<AnswerStore.Known> known, String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (known.isPresent() && !known.get().requestHash().equals(hash)) {
            problems.write(request, response, Refusal.of(Code.KEY_REUSED));
        } else if (known.isEmpty() || known.get().answer().isEmpty()) {
            boolean cutOff = known.isPresent() && known.get().since().isBefore(now().minus(LONGEST_RUN));
            problems.write(request, response, Refusal.of(cutOff ? Code.OUTCOME_UNKNOWN : Code.REQUEST_IN_PROGRESS));
        } else {
            AnswerStore.Answer answer = known.get().answer().get();
            response.setStatus(answer.status());
            answer.headers().forEach(response::setHeader);
            response.setHeader("Idempotency-Replayed", "true");
            response.getOutputStream().write(answer.body());
        }
    }

    /** Forgets what is older than 48 hours. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        answers.forgetBefore(now().minus(LIFE));
    }

    private String hash(HttpServletRequest request, HttpServletRequest readable) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // A request may hold a password; without the key its hash would be a quick way to try some.
            digest.update(secrets.secret("repeated-requests"));
            // The mark between the parts of an upload is another one each time it is sent.
            String type = isUpload(request) ? "multipart" : request.getContentType();
            digest.update((request.getQueryString() + "\n" + type + "\n" + request.getHeader("If-Match") + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            if (readable instanceof RereadableRequest whole) {
                digest.update(whole.body());
            } else {
                parts(request, digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void parts(HttpServletRequest request, MessageDigest digest) throws IOException {
        try {
            byte[] buffer = new byte[BUFFER];
            for (Part part : request.getParts()) {
                digest.update((part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                try (InputStream content = part.getInputStream()) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        digest.update(buffer, 0, n);
                    }
                }
            }
        } catch (IllegalStateException | ServletException unreadable) {
            // Too large or broken: whoever reads it next refuses it, so there is no first answer to give again.
            digest.update(String.valueOf(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The machine's own time: a moved business date must not make keys expire. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
