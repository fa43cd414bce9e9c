package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What protects a ticket from repeats, races and eyes. */
class TicketSafetyTest extends TicketHttpTest {

    @Test
    void anOldVersionIsAnsweredWithTheCurrentOne() {
        Browser firm = firm();
        String id = id(submit(resident(), LIFT));
        long version = ticket(firm, id).get("version").asLong();
        firm.post("/api/tickets/" + id + "/acceptances", Map.of("version", version))
                .expect(200);
        Browser.Answer late = firm.post(
                        "/api/tickets/" + id + "/replies",
                        Map.of("words", "晚了一步", "photoIds", List.of(), "version", version))
                .expect(409);
        assertThat(late.body().get("current").asLong()).isEqualTo(version + 1);
        assertThat(ticket(firm, id).get("timeline").toString()).doesNotContain("晚了一步");
        firm.post("/api/tickets/" + id + "/replies", Map.of("words", "x", "photoIds", List.of()))
                .expect(400);
    }

    @Test
    void ofTwoAtOnceOneWins() throws Exception {
        Browser firm = firm();
        Browser other = firm();
        String id = id(submit(resident(), LIFT));
        String body = json.writeValueAsString(
                Map.of("version", ticket(firm, id).get("version").asLong()));
        Callable<Integer> one =
                () -> firm.post("/api/tickets/" + id + "/acceptances", body).status();
        Callable<Integer> two =
                () -> other.post("/api/tickets/" + id + "/acceptances", body).status();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> both = threads.invokeAll(List.of(one, two));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(texts(ticket(firm, id).get("timeline"), "action")).containsOnlyOnce("ACCEPT");
    }

    @Test
    void aRepeatedKeyWritesOnce() {
        Browser resident = resident();
        String key = UUID.randomUUID().toString();
        String body = json.writeValueAsString(appeal(LIFT, GRID, false));
        JsonNode first = resident.post("/api/appeals", body, key).expect(201).body();
        JsonNode second = resident.post("/api/appeals", body, key).expect(201).body();
        assertThat(second).isEqualTo(first);
        assertThat(resident.get("/api/my/appeals").body().get("items").size()).isEqualTo(1);
        Browser firm = firm();
        String id = id(first);
        String accept = json.writeValueAsString(
                Map.of("version", ticket(firm, id).get("version").asLong()));
        String acceptKey = UUID.randomUUID().toString();
        firm.post("/api/tickets/" + id + "/acceptances", accept, acceptKey).expect(200);
        firm.post("/api/tickets/" + id + "/acceptances", accept, acceptKey).expect(200);
        assertThat(texts(ticket(firm, id).get("timeline"), "action")).containsOnlyOnce("ACCEPT");
    }

    @Test
    void numbersHaveNoGapAndNoTwinUnderConcurrency() throws Exception {
        List<Browser> residents =
                IntStream.range(0, 8).mapToObj(ignored -> resident()).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> tasks = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<String>) () ->
                            submit(residents.get(i % 8), LIFT).get("number").asString())
                    .toList();
            List<Integer> numbers = threads.invokeAll(tasks).stream()
                    .map(Future::resultNow)
                    .map(number -> Integer.valueOf(number.substring(9)))
                    .sorted()
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates();
            assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(39);
        }
    }

    @Test
    void contactsAreMaskedAndReadForAPurposeOnly() {
        Browser firm = firm();
        JsonNode receipt = submit(resident(), LIFT);
        String id = id(receipt);
        JsonNode contact = ticket(firm, id).at("/appeals/0/contact");
        assertThat(contact.get("nameMasked").asString()).isEqualTo("欧***");
        assertThat(contact.get("readable").asBoolean()).as("not taken up yet").isFalse();
        assertThat(contact.get("phoneMasked").asString()).matches("129\\*{4}\\d{4}");
        String reading = "/api/tickets/" + id + "/appeals/" + appealId(receipt) + "/contact-readings";
        Map<String, String> purpose = Map.of("purpose", "电话核实单元号");
        firm.post(reading, Map.of("purpose", " ")).expect(400);
        assertThat(firm.post(reading, purpose).expect(403).code()).isEqualTo("purpose-missing");
        act(firm, id, "acceptances", Map.of()).expect(200);
        for (Map.Entry<Browser, Boolean> who :
                Map.of(firm, true, dispatcher(), true, street(), false).entrySet()) {
            assertThat(ticket(who.getKey(), id)
                            .at("/appeals/0/contact/readable")
                            .asBoolean())
                    .isEqualTo(who.getValue());
        }
        JsonNode read = firm.post(reading, purpose).expect(200).body();
        assertThat(read.get("name").asString()).isEqualTo("欧阳小明");
        assertThat(read.get("phone").asString()).startsWith("129");
        assertThat(street().post(reading, purpose).expect(403).code()).isEqualTo("contact-not-yours");
        urban().post(reading, purpose).expect(404);
        assertThat(dispatcher()
                        .post(reading, purpose)
                        .expect(200)
                        .body()
                        .get("name")
                        .asString())
                .isEqualTo("欧阳小明");
        act(firm, id, "returns", toTheCity("x")).expect(200);
        firm.post(reading, purpose).expect(403);
    }

    @Test
    void theAccusedOfAConfidentialAppealSeesMatterAndPlaceOnly() {
        String phone = newPhone();
        Browser resident = resident(phone);
        Browser firm = firm();
        JsonNode receipt = submit(resident, "云栖里小区电梯坏了好几天没人修，物业经理骂人", GRID, true);
        String id = id(receipt);
        JsonNode seen = ticket(firm, id);
        assertThat(seen.at("/matter/code").asString()).isEqualTo("prop-lift");
        assertThat(texts(seen.at("/place/areaPath"))).contains("百花湖社区");
        assertThat(seen.toString()).doesNotContain("骂人", "欧", phone, "129****", "电梯坏了");
        JsonNode list = firm.get("/api/tickets?queue=unit&limit=100&sort=-opened")
                .expect(200)
                .body();
        assertThat(list.toString()).contains(id).doesNotContain("骂人");
        assertThat(firm.get("/api/tickets?q=%E9%AA%82%E4%BA%BA")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain(id);
        my(resident, appealId(receipt), "supplements", words("经理姓张骂人")).expect(200);
        assertThat(ticket(firm, id).toString()).doesNotContain("姓张");
        act(firm, id, "acceptances", Map.of()).expect(200);
        String reading = "/api/tickets/" + id + "/appeals/" + appealId(receipt) + "/contact-readings";
        assertThat(firm.post(reading, Map.of("purpose", "x")).expect(403).code())
                .isEqualTo("contact-not-yours");
        JsonNode whole = ticket(dispatcher(), id);
        assertThat(whole.toString()).contains("骂人", "姓张", "欧***");
    }

    @Test
    void aDecisionReplaysToTheSame() {
        Browser dispatcher = dispatcher();
        for (String words : List.of(LIFT, MANHOLE, "嗯嗯啊啊")) {
            String id = id(submit(resident(), words));
            JsonNode replay = dispatcher
                    .get("/api/tickets/" + id + "/replays")
                    .expect(200)
                    .body();
            assertThat(replay.get("same").asBoolean()).as(replay.toString()).isTrue();
            assertThat(replay.at("/decision/packVersions/duty").asInt()).isPositive();
        }
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedInWords() {
        Browser resident = resident();
        Map<String, Object> outside = appeal(LIFT, null, false);
        outside.put("place", Map.of("lon", 116.39, "lat", 39.9));
        Browser.Answer far = resident.post("/api/appeals", (Object) outside).expect(422);
        assertThat(far.code()).isEqualTo("point-outside-city");
        assertThat(resident.post("/api/appeals", (Object) appeal(LIFT, "999999999999", false))
                        .expect(422)
                        .code())
                .isEqualTo("area-unknown");
        resident.post("/api/appeals", (Object) appeal(" ", GRID, false)).expect(400);
        Map<String, Object> stolen = appeal(LIFT, GRID, false);
        stolen.put("photoIds", List.of(UUID.randomUUID()));
        assertThat(resident.post("/api/appeals", (Object) stolen).expect(422).code())
                .isEqualTo("file-not-yours");
        assertThat(resident.get("/api/my/appeals").body().get("items").size()).isZero();
        assertThat(dispatcher()
                        .post("/api/appeals", (Object) appeal(LIFT, GRID, false))
                        .expect(403)
                        .code())
                .isEqualTo("residents-only");
        JsonNode understood = resident.post(
                        "/api/appeals/understandings", Map.of("words", LIFT, "place", Map.of("areaCode", GRID)))
                .expect(200)
                .body();
        assertThat(understood.at("/unit/name").asString()).contains("物业");
    }
}
