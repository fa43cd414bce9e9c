package org.mulin.ticket.internal;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts, in tests, the statements that touch this module's schema. */
@Component
class StatementCount implements ExecuteListenerProvider, ExecuteListener {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public ExecuteListener provide() {
        return this;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        @Nullable String sql = context.sql();
        if (sql != null && sql.contains("\"ticket\".")) {
            count.incrementAndGet();
        }
    }

    int during(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }
}
