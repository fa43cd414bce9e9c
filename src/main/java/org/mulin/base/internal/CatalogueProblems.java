package org.mulin.base.internal;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.mulin.base.Problems;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

@Component
class CatalogueProblems implements Problems {
    private final ProblemCatalogue catalogue = ProblemCatalogue.load();

    @Override
    public ProblemDetail problem(Locale locale, String code, Object... arguments) {
        ProblemCatalogue.Entry entry = catalogue.entry(code);
        ProblemDetail problem = ProblemDetail.forStatus(entry.status());
        problem.setType(URI.create("/problems#" + code));
        problem.setDetail(entry.text(locale, List.of(arguments)));
        problem.setProperty("code", code);
        return problem;
    }

    @Override
    public String text(Locale locale, String code, List<Object> arguments) {
        return catalogue.entry(code).text(locale, arguments);
    }
}
