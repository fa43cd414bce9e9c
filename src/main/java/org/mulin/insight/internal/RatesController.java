package org.mulin.insight.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Page;
import org.mulin.insight.internal.RatesService.Wish;
import org.mulin.insight.internal.RatesViews.Rates;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 三率 and fair ranking, on the screen and as a workbook: the same numbers. */
@RestController
@RequestMapping("/api/insight")
class RatesController {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Scope scope;
    private final RatesService service;
    private final RatesWorkbook workbook;

    RatesController(Scope scope, RatesService service, RatesWorkbook workbook) {
        this.scope = scope;
        this.service = service;
        this.workbook = workbook;
    }

    @GetMapping("/rates")
    Rates rates(
            Actor actor,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "UNIT") RatesBy by,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (offset < 0) {
            throw Malformed.of("offset", "field-invalid");
        }
        int lines = Page.limit(limit);
        return service.rates(scope.of(actor, area), new Wish(from, to, by, kind, q))
                .part(offset, lines);
    }

    @GetMapping(path = "/rates/file", produces = "*/*")
    void ratesFile(
            Actor actor,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "UNIT") RatesBy by,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        Rates rates = service.rates(scope.of(actor, area), new Wish(from, to, by, kind, q));
        workbook.note(actor, rates);
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(RatesWorkbook.fileName(rates), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        workbook.write(actor, rates, response.getOutputStream());
    }
}
