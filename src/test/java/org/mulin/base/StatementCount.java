package org.mulin.base;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Counts, in tests, the statements that touch a module's schema: those of requests and of the counting thread itself,
 * not what listeners and sweeps do meanwhile.
 */
@Component
public class StatementCount implements ExecuteListenerProvider, ExecuteListener {
    private static final Pattern SCHEMA = Pattern.compile("\"([a-z]+)\"\\.\"");

    /** No schema's name. */
    private static final String ALL = "";

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile @Nullable Thread counting;

    @Override
    public ExecuteListener provide() {
        return this;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        @Nullable String sql = context.sql();
        if (sql != null && isAsked()) {
            of(ALL).incrementAndGet();
            SCHEMA.matcher(sql)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .forEach(schema -> of(schema).incrementAndGet());
        }
    }

    /** Of all modules. */
    public int during(Runnable work) {
        return during(ALL, work);
    }

    public int during(String schema, Runnable work) {
        counting = Thread.currentThread();
        int before = of(schema).get();
        work.run();
        return of(schema).get() - before;
    }

    private boolean isAsked() {
        return RequestContextHolder.getRequestAttributes() != null || Thread.currentThread() == counting;
    }

    private AtomicInteger of(String schema) {
        return counts.computeIfAbsent(schema, ignored -> new AtomicInteger());
    }
}
