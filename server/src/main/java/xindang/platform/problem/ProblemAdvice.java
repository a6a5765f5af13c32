package xindang.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Turns whatever a request ends with into a problem (异常转换): refusals, the framework's own, and defects. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Map<Integer, Code> BY_STATUS = Map.of(
            400, Code.MALFORMED_REQUEST,
            401, Code.NOT_SIGNED_IN,
            403, Code.RIGHT_MISSING,
            404, Code.NOT_FOUND,
            405, Code.METHOD_NOT_ALLOWED,
            406, Code.NOT_ACCEPTABLE,
            413, Code.TOO_LARGE,
            415, Code.UNSUPPORTED_MEDIA_TYPE,
            503, Code.UNAVAILABLE);

    /** States of PostgreSQL that say the sender is at fault: text it cannot hold, a number or date out of range. */
    private static final List<String> BAD_VALUES = List.of("22021", "22003", "22008", "22P05", "22001");

    /** Waited too long for a lock, deadlock, serialisation. */
    private static final List<String> HELD = List.of("55P03", "40P01", "40001");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** The code that stands for a status of the framework. */
    static Code code(int status) {
        Code code = BY_STATUS.get(status);
        return code != null ? code : status < 500 ? Code.REFUSED : Code.FAULT;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        return problems.answer(request, refusal);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return problems.answer(request, Refusal.of(Code.MALFORMED_REQUEST, UnreadableBody.reasons(unreadable)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        var reasons = new ArrayList<Reason>();
        for (ObjectError error : invalid.getAllErrors()) {
            String field = error instanceof FieldError one ? one.getField() : error.getObjectName();
            reasons.add(Reason.field(field, kebab(error.getCode())));
        }
        return problems.answer(request, Refusal.of(Code.INVALID_FIELDS, reasons));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException invalid, HttpServletRequest request) {
        var reasons = new ArrayList<Reason>();
        invalid.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> reasons.add(Reason.field(
                                error instanceof FieldError one
                                        ? one.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                kebab(lastOf(error.getCodes()))))));
        return problems.answer(request, Refusal.of(Code.INVALID_FIELDS, reasons));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(ConstraintViolationException invalid, HttpServletRequest request) {
        List<Reason> reasons = invalid.getConstraintViolations().stream()
                .map(one -> Reason.field(
                        one.getPropertyPath().toString(),
                        kebab(one.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName())))
                .toList();
        return problems.answer(request, Refusal.of(Code.INVALID_FIELDS, reasons));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return problems.answer(
                request, Refusal.of(Code.MALFORMED_REQUEST, Reason.field(mismatch.getName(), "wrong-form")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> noSuchMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        Refusal refusal = Refusal.of(Code.METHOD_NOT_ALLOWED);
        String[] supported = e.getSupportedMethods();
        return problems.answer(
                request,
                supported == null ? refusal : refusal.withHeader(HttpHeaders.ALLOW, String.join(", ", supported)));
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<Problem> databaseAway(Exception away, HttpServletRequest request) {
        return problems.answer(request, Refusal.of(Code.UNAVAILABLE).withHeader(HttpHeaders.RETRY_AFTER, "2"));
    }

    /** Parameters that are no text, such as bytes that are no UTF-8. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(InvalidParameterException unreadable, HttpServletRequest request) {
        return problems.answer(request, Refusal.of(Code.MALFORMED_REQUEST));
    }

    /** Nothing can be told any more; passed on, it makes the server break the connection. */
    @ExceptionHandler
    void cutOff(CutOff cut) {
        throw cut;
    }

    /** The reader has gone; nobody is there to be answered. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception other, HttpServletRequest request) {
        if (other instanceof ErrorResponse response) {
            HttpStatusCode status = response.getStatusCode();
            return status.is5xxServerError() && status.value() != 503
                    ? problems.fault(request, other)
                    : problems.answer(request, Refusal.of(code(status.value())));
        }
        // A kind of content with a wildcard is found out as a mere illegal argument, wherever the body is read.
        if (other instanceof MultipartException
                || String.valueOf(request.getContentType()).contains("*")) {
            return problems.answer(request, Refusal.of(Code.MALFORMED_REQUEST));
        }
        String state = sqlState(other);
        if (BAD_VALUES.contains(state)) {
            return problems.answer(request, Refusal.of(Code.MALFORMED_REQUEST));
        }
        // Classes 08 and 57P: no connection, or the server is going down; the others: a job or another request holds
        // the rows.
        if (state.startsWith("08") || state.startsWith("57P") || HELD.contains(state)) {
            return databaseAway(other, request);
        }
        return problems.fault(request, other);
    }

    private static String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static @Nullable String lastOf(String @Nullable [] codes) {
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }

    /** {@code NotBlank} becomes {@code not-blank}. */
    private static String kebab(@Nullable String name) {
        return name == null
                ? "invalid"
                : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
