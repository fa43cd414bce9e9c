package org.mulin.base.internal;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.FieldProblem;
import org.mulin.base.FieldProblems;
import org.mulin.base.Malformed;
import org.mulin.base.Problems;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** The one place where exceptions become problem answers. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int UPLOAD_LIMIT_MB = 200;

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
        ProblemDetail problem =
                problems.problem(locale, refused.code(), refused.arguments().toArray());
        if (refused.field() != null) {
            problem.setProperty("errors", List.of(error(refused.field(), refused.code(), problem.getDetail())));
        }
        var answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == 429 && !refused.arguments().isEmpty()) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(refused.arguments().getFirst()));
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(Malformed malformed, Locale locale) {
        return fields(locale, malformed.problems());
    }

    @ExceptionHandler({Absent.class, NoResourceFoundException.class})
    ResponseEntity<ProblemDetail> absent(Locale locale) {
        return answer(problems.problem(locale, "absent"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(Stale stale, Locale locale) {
        ProblemDetail problem = problems.problem(locale, "stale");
        problem.setProperty("current", stale.current());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException invalid, Locale locale) {
        return fields(locale, FieldProblems.of(invalid.getBindingResult()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException invalid, Locale locale) {
        return fields(
                locale,
                invalid.getConstraintViolations().stream()
                        .map(violation -> FieldProblems.of(
                                violation.getPropertyPath().toString(),
                                violation
                                        .getConstraintDescriptor()
                                        .getAnnotation()
                                        .annotationType()
                                        .getSimpleName(),
                                violation.getConstraintDescriptor().getAttributes(),
                                violation.getInvalidValue()))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException invalid, Locale locale) {
        return fields(
                locale,
                invalid.getParameterValidationResults().stream()
                        .map(result -> FieldProblem.of(
                                String.valueOf(result.getMethodParameter().getParameterName()), "field-invalid"))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        return fields(locale, List.of(FieldProblem.of(mismatch.getName(), "field-invalid")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        if (unreadable.getCause() instanceof DatabindException inField
                && !inField.getPath().isEmpty()) {
            String field = inField.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(name -> name != null)
                    .reduce((a, b) -> a + "." + b)
                    .orElse("");
            return fields(locale, List.of(FieldProblem.of(field, "field-invalid")));
        }
        return answer(problems.problem(locale, "body-unreadable"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestHeaderException missing, Locale locale) {
        return fields(
                locale, List.of(FieldProblem.of(missing.getHeaderName(), "header-missing", missing.getHeaderName())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing, Locale locale) {
        String name = missing.getParameterName();
        return fields(locale, List.of(FieldProblem.of(name, "parameter-missing", name)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException missing, Locale locale) {
        String name = missing.getRequestPartName();
        return fields(locale, List.of(FieldProblem.of(name, "parameter-missing", name)));
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<ProblemDetail> method(Locale locale) {
        return answer(problems.problem(locale, "method-not-allowed"));
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<ProblemDetail> mediaType(Locale locale) {
        return answer(problems.problem(locale, "media-type"));
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<ProblemDetail> notAcceptable(Locale locale) {
        return answer(problems.problem(locale, "not-acceptable"));
    }

    /** Parameters with broken percent codes, and forms whose parts cannot be told apart. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
    ResponseEntity<ProblemDetail> undecodable(Locale locale) {
        return answer(problems.problem(locale, "request-malformed"));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<ProblemDetail> tooLarge(Locale locale) {
        return answer(problems.problem(locale, "too-large", UPLOAD_LIMIT_MB));
    }

    /** What PostgreSQL says of a character that it cannot keep, in a parameter that no form check looked at. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataAccessException failed, Locale locale) {
        return "22021".equals(sqlState(failed))
                ? answer(problems.problem(locale, "text-unstorable"))
                : answer(Incident.report(failed, problems, locale));
    }

    private static @Nullable String sqlState(Throwable failed) {
        for (@Nullable Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    /** Whoever has gone away gets no answer and is no incident. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> broken(Exception broken, Locale locale) {
        if (DisconnectedClientHelper.isClientDisconnectedException(broken)) {
            LOG.debug("the client has gone away");
            return null;
        }
        return answer(Incident.report(broken, problems, locale));
    }

    private ResponseEntity<ProblemDetail> fields(Locale locale, List<FieldProblem> found) {
        ProblemDetail problem = problems.problem(locale, "malformed");
        problem.setProperty(
                "errors",
                found.stream()
                        .map(each ->
                                error(each.field(), each.code(), problems.text(locale, each.code(), each.arguments())))
                        .toList());
        return answer(problem);
    }

    private static Map<String, String> error(String field, String code, @Nullable String message) {
        return Map.of("field", field, "code", code, "message", String.valueOf(message));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
