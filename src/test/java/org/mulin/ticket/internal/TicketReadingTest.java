package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
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
        int listOfOne =
                statements.during(() -> dispatcher.get("/api/tickets?limit=1").expect(200));
        int young = statements.during(() -> ticket(firm, id));
        act(firm, id, "acceptances", Map.of()).expect(200);
        for (int i = 0; i < 5; i++) {
            act(firm, id, "replies", words("进展" + i)).expect(200);
            submit(resident, LIFT);
        }
        assertThat(statements.during(() -> ticket(firm, id))).isEqualTo(young).isLessThanOrEqualTo(7);
        assertThat(statements.during(
                        () -> dispatcher.get("/api/tickets?limit=100").expect(200)))
                .isEqualTo(listOfOne)
                .isEqualTo(1);
        assertThat(statements.during(() -> resident.get("/api/my/appeals").expect(200)))
                .isEqualTo(1);
    }

    @Test
    void photosGoToThoseWhoAreShownThem() throws IOException {
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
    void aConfidentialPhotoIsNotForTheAccused() throws IOException {
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

    private static String upload(Browser who) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        return who.upload("/api/files", "file", "电梯.png", png.toByteArray())
                .expect(201)
                .body()
                .get("id")
                .asString();
    }
}
