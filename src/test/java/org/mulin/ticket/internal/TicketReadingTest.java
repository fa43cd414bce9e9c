package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What reading costs, who gets which photo, and the lists to choose from. */
class TicketReadingTest extends TicketHttpTest {
    @Autowired
    private StatementCount statements;

    @Test
    void readingCostsTheSameHoweverMuchThereIs() {
        Browser dispatcher = dispatcher();
        Browser firm = firm();
        Browser resident = resident();
        String id = id(submit(resident, LIFT));
        int listOfOne = statements.during(
                "ticket", () -> dispatcher.get("/api/tickets?limit=1").expect(200));
        int young = statements.during("ticket", () -> ticket(firm, id));
        act(firm, id, "acceptances", Map.of()).expect(200);
        for (int i = 0; i < 5; i++) {
            act(firm, id, "replies", words("进展" + i)).expect(200);
            submit(resident, LIFT);
        }
        assertThat(statements.during("ticket", () -> ticket(firm, id)))
                .isEqualTo(young)
                .isLessThanOrEqualTo(9);
        assertThat(statements.during(
                        "ticket", () -> dispatcher.get("/api/tickets?limit=100").expect(200)))
                .isEqualTo(listOfOne)
                .isEqualTo(1);
        String searched = "/api/tickets?limit=100&queue=all&overdue=false&sort=-opened&q="
                + URLEncoder.encode("电梯 物业", StandardCharsets.UTF_8);
        assertThat(statements.during("ticket", () -> dispatcher.get(searched).expect(200)))
                .isEqualTo(1);
        assertThat(statements.during(
                        "ticket", () -> resident.get("/api/my/appeals").expect(200)))
                .isEqualTo(1);
    }

    @Test
    void photosGoToThoseWhoAreShownThem() {
        Browser resident = resident();
        Browser firm = firm();
        String photo = upload(resident);
        Map<String, Object> body = appeal(LIFT, GRID, false);
        body.put("photoIds", List.of(photo));
        JsonNode receipt =
                resident.post("/api/appeals", (Object) body).expect(201).body();
        String mine = "/api/my/appeals/" + appealId(receipt) + "/files/";
        String desk = "/api/tickets/" + id(receipt) + "/files/";
        resident.get(mine + photo).expect(200);
        firm.get(desk + photo).expect(200);
        urban().get(desk + photo).expect(404);
        resident().get(mine + photo).expect(404);
        assertThat(texts(ticket(firm, id(receipt)).at("/appeals/0/photos"), "id"))
                .containsExactly(photo);

        act(firm, id(receipt), "acceptances", Map.of()).expect(200);
        String proof = upload(firm);
        act(firm, id(receipt), "resolutions", Map.of("words", "修好了", "photoIds", List.of(proof)))
                .expect(200);
        resident.get(mine + proof).expect(200);
        firm.get(desk + proof).expect(200);
        JsonNode timeline =
                resident.get("/api/my/appeals/" + appealId(receipt)).body().get("timeline");
        assertThat(timeline.toString()).contains(proof);
        Map<String, Object> again = appeal(LIFT, GRID, false);
        again.put("photoIds", List.of(photo));
        resident.post("/api/appeals", (Object) again).expect(422);
        Map<String, Object> many = appeal(LIFT, GRID, false);
        many.put("photoIds", java.util.Collections.nCopies(7, photo));
        resident.post("/api/appeals", (Object) many).expect(400);
    }

    @Test
    void aConfidentialPhotoIsNotForTheAccused() {
        Browser resident = resident();
        String photo = upload(resident);
        Map<String, Object> body = appeal(LIFT, GRID, true);
        body.put("photoIds", List.of(photo));
        JsonNode receipt =
                resident.post("/api/appeals", (Object) body).expect(201).body();
        firm().get("/api/tickets/" + id(receipt) + "/files/" + photo).expect(404);
        dispatcher().get("/api/tickets/" + id(receipt) + "/files/" + photo).expect(200);
    }

    @Test
    void theDeskChoosesFromThePacksLists() {
        Browser firm = firm();
        JsonNode entries =
                firm.get("/api/duty-entries?matter=prop-lift").expect(200).body();
        assertThat(texts(entries, "id")).containsExactly("prop-lift@community");
        assertThat(entries.at("/0/leadName").asString()).contains("物业");
        assertThat(firm.get("/api/duty-entries").expect(200).body().size()).isGreaterThan(20);
        assertThat(texts(firm.get("/api/decline-reasons").expect(200).body(), "code"))
                .contains("statutory");
        assertThat(texts(firm.get("/api/return-reasons").expect(200).body(), "code"))
                .contains("not-our-duty");
        assertThat(texts(firm.get("/api/matters").expect(200).body(), "code")).contains("prop-lift");
        resident().get("/api/duty-entries").expect(404);
    }
}
