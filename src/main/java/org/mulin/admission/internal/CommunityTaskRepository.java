package org.mulin.admission.internal;

import static org.mulin.admission.internal.db.Tables.HISTORY;
import static org.mulin.admission.internal.db.Tables.TASK;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.CommunityTaskService.NewSending;
import org.mulin.admission.internal.CommunityTaskWorkflow.Step;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.organization.Unit;
import org.springframework.stereotype.Repository;

/** Reads a task for a step, and writes what the step made of it; who steps holds the task until the commit. */
@Repository
class CommunityTaskRepository {
    /** What was taken back, or given back as not on the list, uses up nothing of it. */
    static final List<String> NOT_OF_THE_LIST =
            List.of(CommunityTaskStatus.RETURNED.name(), CommunityTaskStatus.WITHDRAWN.name());

    private final DSLContext sql;
    private final AdmissionReachQueries reach;

    CommunityTaskRepository(DSLContext sql, AdmissionReachQueries reach) {
        this.sql = sql;
        this.reach = reach;
    }

    /** By what, and out of which version of the list, a community is asked. */
    record Sent(
            UUID sendingId, AdmissionItem item, long listVersion, NewSending sending, LocalDate today, Instant now) {}

    /** @param hours null but for a report */
    record Told(String words, @Nullable BigDecimal hours) {}

    /** Two who send the same item count one after the other; the lock ends with the transaction. */
    void oneAtATime(String itemCode) {
        sql.fetch("select pg_advisory_xact_lock(hashtext('admission.item'), hashtext(?))", itemCode);
    }

    int sentSince(String itemCode, UUID communityId, LocalDate begin) {
        return sql.fetchCount(
                TASK,
                TASK.ITEM_CODE
                        .eq(itemCode)
                        .and(TASK.UNIT_ID.eq(communityId))
                        .and(TASK.SENT_DAY.ge(begin))
                        .and(TASK.STATUS.notIn(NOT_OF_THE_LIST)));
    }

    /** What a community has given back does not come to it again as it was. */
    boolean wasReturned(String itemCode, String title, UUID communityId) {
        return sql.fetchExists(
                TASK,
                TASK.ITEM_CODE
                        .eq(itemCode)
                        .and(TASK.UNIT_ID.eq(communityId))
                        .and(TASK.TITLE.eq(title))
                        .and(TASK.STATUS.eq(CommunityTaskStatus.RETURNED.name())));
    }

    UUID insert(Sent sent, Unit community, Actor actor) {
        UUID id = Ids.next();
        NewSending sending = sent.sending();
        sql.insertInto(TASK)
                .set(TASK.ID, id)
                .set(TASK.SENDING_ID, sent.sendingId())
                .set(TASK.ITEM_CODE, sent.item().code())
                .set(TASK.ITEM_NAME, sent.item().name())
                .set(TASK.LIST_VERSION, sent.listVersion())
                .set(TASK.TITLE, sending.title())
                .set(TASK.WORDS, sending.words())
                .set(TASK.DUE_DAY, sending.dueDay())
                .set(TASK.FORMS, sending.forms())
                .set(TASK.HOURS_ASKED, sent.item().hours())
                .set(TASK.STATUS, CommunityTaskStatus.SENT.name())
                .set(TASK.SENDER_UNIT_ID, actor.unitId())
                .set(TASK.SENDER_ID, actor.accountId())
                .set(TASK.UNIT_ID, community.id())
                .set(TASK.AREA_KEY, community.areaKey())
                .set(TASK.SENT_DAY, sent.today())
                .set(TASK.CREATED_AT, sent.now())
                .set(TASK.VERSION, 1L)
                .execute();
        Step first = CommunityTaskWorkflow.STEPS.getFirst();
        insertHistory(id, 1, first, "", actor, sent.now());
        return id;
    }

    /** @throws Absent when there is none, or none for this actor */
    CommunityTask find(UUID id, Actor actor) {
        return sql.selectFrom(TASK)
                .where(TASK.ID.eq(id), reach.tasks(actor))
                .forUpdate()
                .fetchOptional()
                .map(row -> new CommunityTask(
                        row.getId(),
                        CommunityTaskStatus.valueOf(row.getStatus()),
                        row.getItemName(),
                        row.getSenderUnitId(),
                        row.getUnitId(),
                        row.getVersion()))
                .orElseThrow(Absent::new);
    }

    /** State and history together; the row was locked when it was read. */
    void save(CommunityTask task, Step step, Told told, Actor actor, Instant now) {
        sql.update(TASK)
                .set(TASK.STATUS, step.to().name())
                .set(TASK.HOURS_SPENT, told.hours())
                .set(TASK.ENDED_AT, step.to().isOver() ? now : null)
                .set(TASK.VERSION, task.version() + 1)
                .where(TASK.ID.eq(task.id()))
                .execute();
        insertHistory(task.id(), task.version() + 1, step, told.words(), actor, now);
    }

    private void insertHistory(UUID taskId, long number, Step step, String words, Actor actor, Instant now) {
        CommunityTaskStatus from = step.from();
        sql.insertInto(HISTORY)
                .set(HISTORY.ID, Ids.next())
                .set(HISTORY.TASK_ID, taskId)
                .set(HISTORY.NUMBER, number)
                .set(HISTORY.AT, now)
                .set(HISTORY.ACTION, step.action().name())
                .set(HISTORY.ROLE, step.role().name())
                .set(HISTORY.ACTOR_ID, actor.accountId())
                .set(HISTORY.UNIT_ID, actor.unitId())
                .set(HISTORY.FROM_STATUS, from == null ? null : from.name())
                .set(HISTORY.TO_STATUS, step.to().name())
                .set(HISTORY.WORDS, words)
                .execute();
    }
}
