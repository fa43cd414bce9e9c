package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What clerks are shown while somebody speaks, and how one more appeal joins what is there. */
class ClerkNearbyTest extends ClerkTest {
    private static final AtomicInteger LANES = new AtomicInteger();

    @Autowired
    private DSLContext sql;

    @Autowired
    private EventLog events;

    @Autowired
    private StatementCount statements;

    @Test
    void oneMoreAppealJoinsAnOpenTicket() {
        String lane = "桂花弄" + LANES.incrementAndGet() + "号旁边的窨井盖被人偷走了，晚上看不清很危险";
        JsonNode first = take(seat(), lane, from(newPhone()));
        Browser seat = seat();
        JsonNode like = like(seat, lane + "，快来人");
        assertThat(like.at("/0/id")).isEqualTo(first.get("ticketId"));
        assertThat(like.at("/0/sameMatter").asBoolean()).isTrue();
        assertThat(like.at("/0/sharedPercent").asInt()).isGreaterThan(80);
        assertThat(like.at("/0/readable").asBoolean()).isFalse();
        Map<String, Object> body = call("我也看到那个井盖没了", from(newPhone()));
        body.put("version", like.at("/0/version").asLong());
        String path = "/api/tickets/" + id(first) + "/appeals";
        JsonNode joined = seat.post(path, (Object) body).expect(201).body();
        assertThat(joined.get("number")).isEqualTo(first.get("number"));
        assertThat(joined.get("queryCode")).isNotEqualTo(first.get("queryCode"));
        assertThat(joined.get("appeals").asInt()).isEqualTo(2);
        assertThat(seat.post(path, (Object) body)
                        .expect(409)
                        .body()
                        .get("current")
                        .asLong())
                .isEqualTo(like.at("/0/version").asLong() + 1);
        JsonNode ticket = ticket(dispatcher(), id(first));
        assertThat(texts(ticket.get("appeals"), "words")).containsExactly(lane, "我也看到那个井盖没了");
        assertThat(ticket.at("/timeline/2/action").asString()).isEqualTo("JOIN");
        assertThat(ticket.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(events.of(id(first))).hasAtLeastOneElementOfType(TicketEvent.Joined.class);
    }

    @Test
    void theSameTroubleOfAnotherCompoundIsNotLike() {
        JsonNode here = take(seat(), "珣苑小区2栋的电梯又坏了，老人下不了楼", from(newPhone()));
        JsonNode other = take(seat(), "琛苑小区2栋的电梯又坏了，老人下不了楼", from(newPhone()));
        assertThat(like(seat(), "珣苑3栋的电梯也坏了，老人下不了楼").valueStream().map(each -> each.get("id")))
                .contains(here.get("ticketId"))
                .doesNotContain(other.get("ticketId"));
    }

    @Test
    void nothingJoinsWhatIsOverOrOutOfReach() {
        JsonNode over = take(seat(), "社保卡丢了怎么办", Map.of("outcome", "INFORM", "answer", "可当场补卡"));
        assertThat(join(seat(), over).expect(422).code()).isEqualTo("ticket-step");
        JsonNode secret = take(seat(), LIFT, Map.of("confidential", true));
        join(seat(), secret).expect(404);
        join(dispatcher(), secret).expect(201);
        JsonNode elsewhere = take(seat(), "嗯嗯啊啊", Map.of("place", Map.of()));
        join(window(), elsewhere).expect(404);
        join(seat(), elsewhere).expect(201);
        join(firm(), elsewhere).expect(403);
    }

    private Browser.Answer join(Browser who, JsonNode told) {
        Map<String, Object> body = call("我也是", Map.of());
        body.put(
                "version", sql.fetchValue("select version from ticket.ticket where id = ?", UUID.fromString(id(told))));
        return who.post("/api/tickets/" + id(told) + "/appeals", (Object) body);
    }

    @Test
    void aCallersEarlierTicketsAreShownAndTheReadingLeavesATrail() {
        String phone = newPhone();
        JsonNode first = take(seat(), LIFT, from(phone));
        take(seat(), LIFT, Map.of("confidential", true, "caller", Map.of("phone", phone)));
        JsonNode elsewhere = take(seat(), "嗯嗯啊啊", Map.of("place", Map.of(), "caller", Map.of("phone", phone)));
        Browser seat = seat();
        int before = readings();
        JsonNode seen = callers(seat, "+86 " + phone.substring(0, 3) + "-" + phone.substring(3));
        assertThat(texts(seen, "number"))
                .containsExactly(
                        elsewhere.get("number").asString(), first.get("number").asString());
        assertThat(seen.at("/1/matterName").asString()).isEqualTo("电梯故障");
        assertThat(seen.at("/1/ticketId").isNull()).isTrue();
        assertThat(seen.toString()).doesNotContain("老人", "欧阳", phone);
        assertThat(readings()).isEqualTo(before + 1);
        assertThat(callers(dispatcher(), phone).size()).isEqualTo(3);
        assertThat(callers(dispatcher(), phone).at("/2/ticketId")).isEqualTo(first.get("ticketId"));
        // the street assists with lifts, so that its window sees the confidential one too, and not what lies nowhere
        assertThat(texts(callers(window(), phone), "number"))
                .hasSize(2)
                .doesNotContain(elsewhere.get("number").asString());
        assertThat(callers(seat, newPhone()).size()).isZero();
        seat.post("/api/intake/callers", Map.of("phone", "12")).expect(400);
        assertThat(sql.fetchValue(
                        "select count(*) from audit.entry where action = 'caller.read' and "
                                + "(subject_id like ? or detail like ?)",
                        "%" + phone + "%",
                        "%" + phone + "%"))
                .isEqualTo(0L);
    }

    private int readings() {
        return sql.fetch("select 1 from audit.entry where action = 'caller.read' and purpose = '受理诉求时核对来电人既往工单'")
                .size();
    }

    private static JsonNode callers(Browser who, String phone) {
        return who.post("/api/intake/callers", Map.of("phone", phone))
                .expect(200)
                .body();
    }

    @Test
    void aDraftIsReadWhileTheCallerSpeaks() {
        Browser seat = seat();
        JsonNode read = understand(seat, Map.of("words", LIFT, "place", Map.of()));
        assertThat(read.get("matters").size()).isEqualTo(3);
        assertThat(read.at("/matters/0/code").asString()).isEqualTo("prop-lift");
        assertThat(read.at("/matters/0/tellingWords").size()).isPositive();
        assertThat(read.at("/matters/0/unitName").asString()).contains("物业");
        assertThat(texts(read.at("/place/path"))).contains("百花湖社区");
        assertThat(read.at("/point/lon").asDouble()).isBetween(114.0, 116.0);
        assertThat(read.get("reasons").size()).isGreaterThan(2);
        JsonNode chosen =
                understand(seat, Map.of("words", LIFT, "place", Map.of("areaCode", GRID), "matterCode", "fac-manhole"));
        assertThat(chosen.get("matterName").asString()).isEqualTo("井盖缺损");
        assertThat(chosen.at("/unit/name").asString()).contains("城市管理");
        JsonNode nowhere = understand(seat, Map.of("words", "嗯嗯啊啊", "place", Map.of()));
        assertThat(nowhere.get("place").isNull()).isTrue();
        assertThat(nowhere.get("point").isNull()).isTrue();
        assertThat(nowhere.get("like").size()).isZero();
        seat.post("/api/intake/understandings", Map.of("words", " ", "place", Map.of()))
                .expect(400);
        assertThat(statements.during(
                        "ticket", () -> understand(seat, Map.of("words", LIFT, "place", Map.of("areaCode", GRID)))))
                .as("the like ones, and what they say of their places")
                .isEqualTo(2);
    }

    private static JsonNode understand(Browser who, Map<String, ?> draft) {
        return who.post("/api/intake/understandings", draft).expect(200).body();
    }

    private static JsonNode like(Browser who, String words) {
        return understand(who, Map.of("words", words, "place", Map.of("areaCode", GRID)))
                .get("like");
    }

    @Test
    void confidentialTicketsAreLikeNothing() {
        String lane = "木樨弄" + LANES.incrementAndGet() + "号的窨井盖翘起来了绊倒了人";
        JsonNode secret = take(seat(), lane, Map.of("confidential", true));
        assertThat(texts(like(seat(), lane), "id")).doesNotContain(id(secret));
        assertThat(texts(like(dispatcher(), lane), "id")).contains(id(secret));
    }

    @Test
    void repliesBeginFromTemplates() {
        Browser seat = seat();
        JsonNode all = seat.get("/api/reply-templates").expect(200).body();
        assertThat(all.size()).isGreaterThan(25);
        JsonNode lift = seat.get("/api/reply-templates?matter=prop-lift&use=RESOLVE")
                .expect(200)
                .body();
        assertThat(lift.at("/0/code").asString()).isEqualTo("resolve-lift");
        assertThat(lift.at("/0/matterName").asString()).isEqualTo("电梯故障");
        assertThat(texts(lift, "code")).contains("resolve-done").doesNotContain("resolve-lamp", "reply-lift");
        assertThat(texts(
                        seat.get("/api/reply-templates?matter=moon-shine")
                                .expect(400)
                                .body()
                                .get("errors"),
                        "field"))
                .containsExactly("matter");
        resident().get("/api/reply-templates").expect(404);
    }
}
