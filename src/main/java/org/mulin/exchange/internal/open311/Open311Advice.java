package org.mulin.exchange.internal.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.mulin.base.FieldProblem;
import org.mulin.base.Malformed;
import org.mulin.base.Problems;
import org.mulin.base.Refused;
import org.mulin.exchange.internal.open311.Open311Refused.Finding;
import org.mulin.exchange.internal.open311.Open311Views.ErrorView;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Refusals as the standard wants them: a list of codes, each the status it stands for, with a sentence. */
@RestControllerAdvice(assignableTypes = Open311Controller.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Advice {
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private final Problems problems;
    private final Open311Writer writer;

    Open311Advice(Problems problems, Open311Writer writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Open311Refused refused, HttpServletRequest request, Locale locale) {
        return answer(refused.findings(), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refused refused, HttpServletRequest request, Locale locale) {
        return answer(List.of(new Finding(refused.code(), refused.arguments())), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<String> malformed(Malformed malformed, HttpServletRequest request, Locale locale) {
        List<Finding> findings = malformed.problems().stream()
                .map((FieldProblem each) -> new Finding(each.code(), each.arguments()))
                .toList();
        return answer(findings, request, locale);
    }

    /** Broken percent codes, and forms whose parts cannot be told apart. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
    ResponseEntity<String> undecodable(HttpServletRequest request, Locale locale) {
        return answer(List.of(new Finding("request-malformed", List.of())), request, locale);
    }

    /** The standard knows no 409 and no 422: what it has no code for is a bad request. */
    private static int status(int own) {
        return own == CONFLICT || own == UNPROCESSABLE ? BAD_REQUEST : own;
    }

    /** The status of the whole is that of the first. */
    private ResponseEntity<String> answer(List<Finding> findings, HttpServletRequest request, Locale locale) {
        List<ErrorView> errors = findings.stream()
                .map(finding -> problems.problem(
                        locale, finding.code(), finding.arguments().toArray()))
                .map(problem -> new ErrorView(status(problem.getStatus()), String.valueOf(problem.getDetail())))
                .toList();
        Open311Format format = Open311Format.of(request);
        int status = errors.getFirst().code();
        var answer = ResponseEntity.status(status).contentType(format.mediaType());
        if (status == TOO_MANY) {
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(findings.getFirst().arguments().getFirst()));
        }
        return answer.body(writer.write(format, "errors", errors));
    }
}
