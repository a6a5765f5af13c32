package xindang.identity.scim.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.problem.Problem;
import xindang.platform.problem.Problems;
import xindang.platform.problem.Refusal;

/** Tells directories of refusals in their own form (目录接口错误). Source: RFC 7644, section 3.12. */
@RestControllerAdvice
public class ScimErrors implements ResponseBodyAdvice<Object> {

    /** Where directories call. */
    public static final String BASE = "/api/v1/identity/scim/v2";

    static final MediaType TYPE = MediaType.parseMediaType("application/scim+json");

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private static final Map<String, String> TYPES = Map.of(
            "already-exists", "uniqueness",
            "invalid-fields", "invalidValue",
            "malformed-request", "invalidSyntax",
            "login-stays", "mutability",
            "filter-not-known", "invalidFilter");

    private final Problems problems;
    private final JsonMapper json;

    ScimErrors(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Whether a request is one of a directory. */
    public static boolean concerns(HttpServletRequest request) {
        return request.getRequestURI().startsWith(BASE + "/");
    }

    /** Writes a refusal from a filter. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        Problem problem = problems.of(request, refusal.code(), refusal.reasons());
        response.setStatus(status(problem));
        refusal.headers().forEach(response::setHeader);
        response.setContentType(TYPE.toString());
        response.getOutputStream().write(json.writeValueAsBytes(body(problem)));
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType selected,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Problem problem) || !request.getURI().getPath().startsWith(BASE + "/")) {
            return body;
        }
        response.setStatusCode(HttpStatusCode.valueOf(status(problem)));
        response.getHeaders().setContentType(TYPE);
        return body(problem);
    }

    /** What is refused for its values is a bad request there. */
    private static int status(Problem problem) {
        return problem.status() == 422 ? 400 : problem.status();
    }

    private static Map<String, Object> body(Problem problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemas", List.of(SCHEMA));
        body.put("status", String.valueOf(status(problem)));
        String type = TYPES.get(problem.code());
        if (type != null) {
            body.put("scimType", type);
        }
        body.put("detail", problem.title() + " " + problem.detail() + " (" + problem.reference() + ")");
        return body;
    }
}
