package org.mulin.base.internal;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.mulin.base.Problems;
import org.mulin.base.Texts;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Every refusal's status and texts, one line a code in problems.csv; docs and the web's texts come from the same. */
@Component
class CatalogueProblems implements Problems {
    private final Texts catalogue = Texts.load("/problems.csv");

    @Override
    public ProblemDetail problem(Locale locale, String code, Object... arguments) {
        int status = Integer.parseInt(catalogue.entry(code).line().get("status"));
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems#" + code));
        problem.setDetail(text(locale, code, List.of(arguments)));
        problem.setProperty("code", code);
        return problem;
    }

    @Override
    public String text(Locale locale, String code, List<Object> arguments) {
        return catalogue.text(locale, code, arguments);
    }
}
