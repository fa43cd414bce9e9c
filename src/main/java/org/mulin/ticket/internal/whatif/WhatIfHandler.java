package org.mulin.ticket.internal.whatif;

import java.util.UUID;
import org.mulin.base.Refused;
import org.mulin.job.Job;
import org.mulin.job.JobHandler;
import org.mulin.job.JobRun;
import org.mulin.policy.Draft;
import org.mulin.policy.Drafts;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Goes through the decisions of a what-if, on from where the last batch ended. */
@Component
class WhatIfHandler implements JobHandler {
    static final String NAME = "what-if";

    record Parameters(UUID whatIfId) {}

    private final WhatIfRepository repository;
    private final Drafts drafts;
    private final Dispatcher dispatcher;
    private final JsonMapper json;

    WhatIfHandler(WhatIfRepository repository, Drafts drafts, Dispatcher dispatcher, JsonMapper json) {
        this.repository = repository;
        this.drafts = drafts;
        this.dispatcher = dispatcher;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobRun open(Job job) {
        UUID id = json.readValue(job.parameters(), Parameters.class).whatIfId();
        WhatIf whatIf = repository.find(id).orElseThrow(() -> Refused.of("what-if-gone"));
        Draft draft = drafts.find(whatIf.draftId()).orElseThrow(() -> Refused.of("what-if-gone"));
        return new WhatIfRun(whatIf, repository, dispatcher.replaying(draft), job.cursor());
    }
}
