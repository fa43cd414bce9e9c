package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.ticket.internal.FilterQueries.ListOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of a million tickets is read in its order and never sorted. */
class ListOrderTest extends TicketHttpTest {
    @Autowired
    private DSLContext sql;

    @ParameterizedTest
    @CsvSource({"OPEN_FIRST, ticket_open_first", "NEWEST, ticket_by_opening"})
    void eachOrderHasItsIndex(ListOrder order, String index) {
        String plan = sql.transactionResult(transaction -> {
            transaction.dsl().execute("set local enable_seqscan = off");
            transaction.dsl().execute("set local enable_sort = off");
            return transaction
                    .dsl()
                    .explain(transaction
                            .dsl()
                            .select(TICKET_.ID)
                            .from(TICKET_)
                            .orderBy(order.fields())
                            .limit(10))
                    .plan();
        });
        assertThat(plan).contains(index).doesNotContain("Sort");
    }
}
