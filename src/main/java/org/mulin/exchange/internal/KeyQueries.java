package org.mulin.exchange.internal;

import static org.mulin.exchange.internal.db.Tables.API_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.base.Absent;
import org.mulin.base.Page;
import org.mulin.exchange.internal.db.tables.records.ApiKeyRecord;
import org.springframework.stereotype.Repository;

@Repository
class KeyQueries {
    private final DSLContext sql;
    private final Accounts accounts;

    KeyQueries(DSLContext sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    /** @param opening the first characters, to tell one key from another */
    record ApiKeyView(
            UUID id,
            String name,
            String opening,
            Set<KeyRight> rights,
            @Nullable String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    /** Newest first. */
    Page<ApiKeyView> page(@Nullable UUID after, int limit) {
        List<ApiKeyRecord> rows = rows(after == null ? DSL.noCondition() : API_KEY.ID.lt(after), limit + 1);
        List<ApiKeyRecord> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? shown.getLast().getId().toString() : null;
        return new Page<>(views(shown), next);
    }

    ApiKeyView view(UUID id) {
        return views(rows(API_KEY.ID.eq(id), 1)).stream().findFirst().orElseThrow(Absent::new);
    }

    private List<ApiKeyRecord> rows(Condition wanted, int limit) {
        return sql.selectFrom(API_KEY)
                .where(wanted)
                .orderBy(API_KEY.ID.desc())
                .limit(limit)
                .fetch();
    }

    private List<ApiKeyView> views(List<ApiKeyRecord> rows) {
        Map<UUID, String> names = accounts.displayNames(
                rows.stream().map(ApiKeyRecord::getCreatedBy).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new ApiKeyView(
                        row.getId(),
                        row.getName(),
                        row.getOpening(),
                        ApiKeyRepository.rights(row),
                        names.get(row.getCreatedBy()),
                        row.getCreatedAt(),
                        row.getRevokedAt()))
                .toList();
    }
}
