package org.mulin.triage.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Written;
import org.mulin.policy.Policy;
import org.mulin.triage.MattersTable;
import org.mulin.triage.Triage;
import org.mulin.triage.TriageSettings;
import org.mulin.triage.internal.ModelViews.ComparisonView;
import org.mulin.triage.internal.ModelViews.ModelView;
import org.mulin.triage.internal.ModelViews.ServiceView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 研判模型 The city's models, for whoever keeps them. */
@RestController
@RequestMapping("/api/models")
class ModelController {
    private final ModelQueries queries;
    private final ModelService service;
    private final CorrectionRepository corrections;
    private final Teacher teacher;
    private final ModelKeeper keeper;
    private final Policy policy;

    ModelController(
            ModelQueries queries,
            ModelService service,
            CorrectionRepository corrections,
            Teacher teacher,
            ModelKeeper keeper,
            Policy policy) {
        this.queries = queries;
        this.service = service;
        this.corrections = corrections;
        this.teacher = teacher;
        this.keeper = keeper;
        this.policy = policy;
    }

    /** @param inService the model that was seen in service */
    record PutBack(@NotBlank @Written @Size(max = 300) String reason, long inService) {}

    @GetMapping
    Page<ModelView> models(
            Actor actor,
            @RequestParam(required = false) @Nullable ModelState state,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Triage.MANAGE);
        return queries.page(state, cursor, Page.limit(limit));
    }

    @GetMapping("/service")
    ServiceView modelService(Actor actor) {
        actor.require(Triage.MANAGE);
        CorrectionRepository.Counts counts = corrections.counts();
        ServedModel served = keeper.served();
        return new ServiceView(
                queries.serving().orElse(null),
                policy.current(MattersTable.class).version(),
                counts.taught(),
                counts.heldBack(),
                Teacher.COMPARED_MIN,
                service.isChosen(),
                served != null
                        && !teacher.isLearnt(corrections.toLearn(), served.catalogueVersion(), served.coldVersion()),
                policy.setting(TriageSettings.PRECISION),
                policy.setting(TriageSettings.HELD_BACK_MIN),
                policy.setting(TriageSettings.CONFIRMED_MIN),
                ModelRepository.MODELS_KEPT);
    }

    @GetMapping("/{version}")
    ModelView model(Actor actor, @PathVariable long version) {
        actor.require(Triage.MANAGE);
        return queries.view(version);
    }

    @GetMapping("/{version}/comparison")
    ComparisonView compareModels(Actor actor, @PathVariable long version, @RequestParam long with) {
        return service.compare(actor, version, with);
    }

    /** Puts an earlier model back in service. */
    @PostMapping("/{version}/services")
    ModelView putModelBack(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable long version,
            @RequestBody @Valid PutBack body) {
        service.putBack(actor, key, version, body.inService(), body.reason());
        return queries.view(version);
    }
}
