package org.mulin.job.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.base.Actor;
import org.mulin.job.Job;
import org.mulin.job.Jobs;
import org.mulin.job.RejectedRow;
import org.springframework.stereotype.Component;

@Component
class StoredJobs implements Jobs {
    private final JobRepository repository;
    private final JobQueries queries;

    StoredJobs(JobRepository repository, JobQueries queries) {
        this.repository = repository;
        this.queries = queries;
    }

    @Override
    public UUID queue(String handler, String parameters, Actor actor) {
        return repository.insert(handler, parameters, actor);
    }

    @Override
    public Optional<Job> find(UUID id) {
        return queries.find(List.of(id)).stream().findFirst();
    }

    @Override
    public Map<UUID, Job> findAll(List<UUID> ids) {
        return queries.find(ids).stream().collect(Collectors.toMap(Job::id, job -> job));
    }

    @Override
    public void cancel(UUID id) {
        repository.wantCancel(id);
    }

    @Override
    public List<RejectedRow> rejected(UUID id, long skip, int limit) {
        return queries.rejected(id, skip, limit);
    }
}
