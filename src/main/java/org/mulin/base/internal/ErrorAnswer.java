package org.mulin.base.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Problems;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a filter or the server itself refused or broke on, before any controller; nobody else has business here. */
@Controller
class ErrorAnswer implements ErrorController {
    private final Problems problems;

    ErrorAnswer(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request, Locale locale) {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemDetail problem = problem(status, thrown, problems, locale);
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** @param status null when nothing went wrong: somebody typed the address */
    static ProblemDetail problem(
            @Nullable Integer status, @Nullable Throwable thrown, Problems problems, Locale locale) {
        return switch (status == null ? 404 : status) {
            case 400 -> problems.problem(locale, "request-malformed");
            case 401 -> problems.problem(locale, "signed-out");
            case 403, 404 -> problems.problem(locale, "absent");
            case 405 -> problems.problem(locale, "method-not-allowed");
            case 416 -> problems.problem(locale, "range-unsatisfiable");
            default -> Incident.report(thrown, problems, locale);
        };
    }
}
