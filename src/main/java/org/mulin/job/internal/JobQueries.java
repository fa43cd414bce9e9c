package org.mulin.job.internal;

import static org.mulin.job.internal.db.Tables.JOB_;
import static org.mulin.job.internal.db.Tables.REJECTED_ROW;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.mulin.job.Job;
import org.mulin.job.JobState;
import org.mulin.job.RejectedRow;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JobQueries {
    private static final TypeReference<Map<String, Long>> COUNTERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    JobQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Job> find(List<UUID> ids) {
        return sql.selectFrom(JOB_).where(JOB_.ID.in(ids)).fetch(this::job);
    }

    /** Numbers run without gaps from 1, so that skipping costs nothing. */
    List<RejectedRow> rejected(UUID id, long skip, int limit) {
        return sql.selectFrom(REJECTED_ROW)
                .where(REJECTED_ROW.JOB_ID.eq(id), REJECTED_ROW.NUMBER.gt(skip))
                .orderBy(REJECTED_ROW.NUMBER)
                .limit(limit)
                .fetch(row -> new RejectedRow(
                        row.getLine(),
                        row.getField(),
                        row.getCode(),
                        texts(row.getArguments()),
                        texts(row.getCells())));
    }

    private Job job(Record row) {
        return new Job(
                row.get(JOB_.ID),
                row.get(JOB_.HANDLER),
                row.get(JOB_.PARAMETERS).data(),
                JobState.valueOf(row.get(JOB_.STATE)),
                row.get(JOB_.CURSOR),
                json.readValue(row.get(JOB_.COUNTERS).data(), COUNTERS),
                row.get(JOB_.FAILURE_CODE),
                row.get(JOB_.CANCEL_WANTED),
                row.get(JOB_.CREATED_BY),
                row.get(JOB_.CREATED_AT),
                row.get(JOB_.STARTED_AT),
                row.get(JOB_.FINISHED_AT));
    }

    private List<String> texts(JSONB array) {
        return json.readValue(array.data(), TEXTS);
    }
}
