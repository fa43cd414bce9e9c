package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 并单 over HTTP: the appeals of several tickets go on in one, and nobody is forgotten. */
class MergeHttpTest extends MergeScenes {
    @Autowired
    private EventLog events;

    @Test
    void allAuthorsGoOnTogetherAndAreAsked() {
        Browser first = resident();
        Browser second = resident();
        Browser third = resident();
        JsonNode kept = submit(first, LIFT);
        String photo = upload(second);
        Map<String, Object> withPhoto = appeal("云栖里3栋的电梯又坏了，困住孩子", GRID, false);
        withPhoto.put("photoIds", List.of(photo));
        JsonNode one = second.post("/api/appeals", withPhoto).expect(201).body();
        JsonNode two = submit(third, LIFT);
        Browser dispatcher = dispatcher();
        act(dispatcher, id(one), "transfers", Map.of("unitId", unit(dispatcher, "property"), "words", "请物业办理"));
        String added = upload(second);
        my(second, appealId(one), "supplements", Map.of("words", "昨晚又停了一次", "photoIds", List.of(added)))
                .expect(200);
        String before = ticket(dispatcher, id(kept)).get("dueAt").asString();

        JsonNode done =
                merge(dispatcher, id(kept), id(one), id(two)).expect(200).body();
        assertThat(done.get("number")).isEqualTo(kept.get("number"));
        assertThat(done.get("appeals").asInt()).isEqualTo(3);
        assertThat(texts(done.get("merged"), "number"))
                .containsExactly(one.get("number").asString(), two.get("number").asString());

        JsonNode goesOn = ticket(dispatcher, id(kept));
        assertThat(goesOn.get("dueAt").asString()).as("a merge moves no clock").isEqualTo(before);
        assertThat(goesOn.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(texts(goesOn.get("merged"), "id")).containsExactlyInAnyOrder(id(one), id(two));
        assertThat(goesOn.at("/merged/0/appeals").asInt()).isEqualTo(1);
        assertThat(goesOn.get("goesOn").isNull()).isTrue();
        assertThat(texts(goesOn.get("timeline"), "note"))
                .contains("工单 " + two.get("number").asString() + " 反映同一问题，1 位诉求人随单并入");
        assertThat(goesOn.get("timeline").toString()).contains("昨晚又停了一次", added);

        JsonNode over = ticket(dispatcher, id(one));
        assertThat(over.get("status").asString()).isEqualTo("MERGED");
        assertThat(over.at("/goesOn/id").asString()).isEqualTo(id(kept));
        assertThat(over.get("appeals")).isEmpty();
        assertThat(over.get("parts")
                        .valueStream()
                        .map(part -> part.get("status").asString()))
                .doesNotContain("OPEN");
        assertThat(texts(over.get("allowedActions"))).isEmpty();
        assertThat(events.of(id(one)).getLast()).isInstanceOf(TicketEvent.Merged.class);
        assertThat(events.of(id(kept)).stream().filter(TicketEvent.Absorbed.class::isInstance))
                .hasSize(2);

        seesOwnWayOnly(second, one, kept, photo, added);
        resolve(firm(), id(kept));
        my(first, appealId(kept), "verdicts", verdict(true)).expect(200);
        my(second, appealId(one), "verdicts", verdict(true)).expect(200);
        assertThat(status(dispatcher, id(kept))).isEqualTo("RESOLVED");
        my(third, appealId(two), "verdicts", verdict(true)).expect(200);
        assertThat(status(dispatcher, id(kept))).isEqualTo("CLOSED");
    }

    private void seesOwnWayOnly(Browser author, JsonNode own, JsonNode kept, String photo, String added) {
        JsonNode seen = appeal(author, own);
        assertThat(seen.get("number")).isEqualTo(kept.get("number"));
        assertThat(seen.get("filedAs")).isEqualTo(own.get("number"));
        assertThat(seen.get("words").asString()).startsWith("云栖里3栋的电梯又坏了");
        assertThat(texts(seen.get("timeline"), "action")).startsWith("REGISTER").contains("SUPPLEMENT", "MERGE");
        assertThat(texts(seen.get("timeline"), "action").getLast()).isEqualTo("MERGE");
        assertThat(texts(seen.get("timeline"), "note"))
                .contains("已与其他居民的同类诉求合并办理（工单 " + kept.get("number").asString() + "）");
        assertThat(seen.toString()).doesNotContain("老人下不了楼", "同一部电梯");
        for (String file : List.of(photo, added)) {
            author.get("/api/my/appeals/" + appealId(own) + "/files/" + file).expect(200);
            firm().get("/api/tickets/" + id(kept) + "/files/" + file).expect(200);
        }
        JsonNode asked = browser()
                .post(
                        "/api/appeal-queries",
                        Map.of("queryCode", own.get("queryCode").asString()))
                .expect(200)
                .body();
        assertThat(asked.get("number")).isEqualTo(kept.get("number"));
        assertThat(asked.get("filedAs")).isEqualTo(own.get("number"));
        assertThat(asked.get("status").asString()).isEqualTo("DISPATCHED");
    }

    @Test
    void theSameKeyMergesOnce() {
        Browser dispatcher = dispatcher();
        String kept = id(submit(resident(), LIFT));
        String other = id(submit(resident(), LIFT));
        String body = json.writeValueAsString(merging(dispatcher, kept, other));
        JsonNode first = dispatcher
                .post("/api/tickets/" + kept + "/merges", body, "merge-" + kept)
                .expect(200)
                .body();
        JsonNode again = dispatcher
                .post("/api/tickets/" + kept + "/merges", body, "merge-" + kept)
                .expect(200)
                .body();
        assertThat(again).isEqualTo(first);
        assertThat(ticket(dispatcher, kept).get("appeals").size()).isEqualTo(2);
        assertThat(dispatcher
                        .post("/api/tickets/" + kept + "/merges", body, "another-" + kept)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void oneThatHasChangedHoldsAllUp() {
        Browser dispatcher = dispatcher();
        String kept = id(submit(resident(), LIFT));
        String good = id(submit(resident(), LIFT));
        String changed = id(submit(resident(), LIFT));
        Map<String, Object> body = merging(dispatcher, kept, good, changed);
        act(firm(), changed, "acceptances", Map.of()).expect(200);
        assertThat(dispatcher
                        .post("/api/tickets/" + kept + "/merges", body)
                        .expect(409)
                        .body()
                        .get("current")
                        .asLong())
                .isEqualTo(ticket(dispatcher, changed).get("version").asLong());
        assertThat(status(dispatcher, good)).isEqualTo("DISPATCHED");
        Map<String, Object> stale = merging(dispatcher, kept, good);
        act(firm(), kept, "acceptances", Map.of()).expect(200);
        dispatcher.post("/api/tickets/" + kept + "/merges", stale).expect(409);
        assertThat(status(dispatcher, good)).isEqualTo("DISPATCHED");
    }

    @Test
    void anAuthorOfSeveralJudgesEachAndAMergedOneMayBeMergedOn() {
        Browser author = resident();
        JsonNode a = submit(author, LIFT);
        JsonNode b = submit(author, LIFT);
        JsonNode c = submit(resident(), LIFT);
        Browser dispatcher = dispatcher();
        merge(dispatcher, id(b), id(a)).expect(200);
        merge(dispatcher, id(c), id(b)).expect(200);
        assertThat(appeal(author, a).get("number")).isEqualTo(c.get("number"));
        assertThat(appeal(author, a).get("filedAs")).isEqualTo(a.get("number"));
        assertThat(texts(appeal(author, a).get("timeline"), "action"))
                .containsExactly("REGISTER", "DISPATCH", "MERGE", "MERGE");
        assertThat(ticket(dispatcher, id(a)).at("/goesOn/id").asString()).isEqualTo(id(b));
        resolve(firm(), id(c));
        my(author, appealId(a), "verdicts", verdict(true)).expect(200);
        assertThat(texts(appeal(author, a).get("allowedActions"))).doesNotContain("JUDGE");
        assertThat(texts(appeal(author, b).get("allowedActions"))).contains("JUDGE");
        my(author, appealId(b), "verdicts", verdict(false)).expect(200);
        assertThat(status(dispatcher, id(c))).isEqualTo("DISPATCHED");
    }

    @Test
    void whoHasNoPageIsCalledBackAboutTheTicketThatGoesOn() {
        Map<String, Object> body = new HashMap<>(
                Map.of("words", LIFT, "photoIds", List.of(), "place", Map.of("areaCode", GRID), "confidential", false));
        body.put("resident", Map.of("name", "欧阳老伯", "phone", newPhone(), "consent", "PRESENT"));
        Browser worker = staffOnPost("grid-1-worker");
        JsonNode filed = worker.post("/api/reports", body).expect(201).body();
        String kept = id(submit(resident(), LIFT));
        merge(dispatcher(), kept, id(filed)).expect(200);
        assertThat(ticket(worker, id(filed)).at("/goesOn/readable").asBoolean())
                .as("who brought it in finds where it went")
                .isTrue();
        assertThat(worker.get("/api/tickets?queue=reported").expect(200).body().toString())
                .contains(kept);
        resolve(firm(), kept);
        Browser seat = staffOnPost("hotline-seat");
        JsonNode call = seat.post("/api/call-backs/" + appealId(filed) + "/calls", Map.of())
                .expect(201)
                .body();
        Map<String, Object> said = new HashMap<>(verdict(false));
        said.put("outcome", "REACHED");
        said.put("words", "没有人来");
        seat.post("/api/call-backs/calls/" + call.get("callId").asString() + "/ends", said)
                .expect(200);
        assertThat(status(dispatcher(), kept)).isEqualTo("DISPATCHED");
    }

    @Test
    void anAnonymousReaderFindsTheTicketThatGoesOn() {
        Browser author = resident();
        Map<String, Object> open = appeal("云栖里小区门口路上窨井盖破了", GRID, false);
        open.put("public", true);
        JsonNode one = author.post("/api/appeals", open).expect(201).body();
        String kept = id(submit(resident(), MANHOLE));
        merge(dispatcher(), kept, id(one)).expect(200);
        JsonNode seen = browser()
                .get("/api/open-tickets/" + one.get("number").asString())
                .expect(200)
                .body();
        assertThat(seen.get("number")).isEqualTo(ticket(dispatcher(), kept).get("number"));
    }
}
