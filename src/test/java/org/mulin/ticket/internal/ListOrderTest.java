package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.ticket.internal.FilterQueries.ListOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of a million tickets is read in its order and never sorted. */
class ListOrderTest extends TicketHttpTest {
    @Autowired
    private DSLContext sql;

    @ParameterizedTest
    @CsvSource({
        "OPEN_FIRST, true, ticket_open_first",
        "NEWEST, true, ticket_by_opening",
        "DANGER_FIRST, 'status = ''TRIAGE''', ticket_in_triage"
    })
    void eachOrderHasItsIndex(ListOrder order, String where, String index) {
        String plan = sql.transactionResult(transaction -> {
            transaction.dsl().execute("set local enable_seqscan = off");
            transaction.dsl().execute("set local enable_sort = off");
            return transaction
                    .dsl()
                    .explain(transaction
                            .dsl()
                            .select(TICKET_.ID)
                            .from(TICKET_)
                            .where(DSL.condition(where))
                            .orderBy(order.fields())
                            .limit(10))
                    .plan();
        });
        assertThat(plan).contains(index).doesNotContain("Sort");
    }
}
