package xindang.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Open;

/** What the servlet container itself refuses (容器级错误), such as an address it cannot parse: also a problem. */
@RestController
class ErrorPage implements ErrorController {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Open("a refusal must reach everybody")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        Object defect = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (defect instanceof Refusal refusal) {
            return problems.answer(request, refusal);
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return defect instanceof Throwable thrown && status >= 500
                ? problems.fault(request, thrown)
                : problems.answer(request, Refusal.of(ProblemAdvice.code(status)));
    }
}
