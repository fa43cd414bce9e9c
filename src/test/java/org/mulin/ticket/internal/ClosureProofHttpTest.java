package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.Browser;
import org.mulin.file.CameraPhoto;
import tools.jackson.databind.JsonNode;

/** What a report's photos and its moment tell, from the camera's bytes to the reviewer's list. */
class ClosureProofHttpTest extends ClosureScenes {
    private static final double LON = 114.926231;
    private static final double LAT = 27.800760;
    /** About two kilometres. */
    private static final double AWAY = 0.02;

    private static final AtomicLong SCENES = new AtomicLong(20261201);
    private static final List<String> PROOFS = List.of("PHOTO_REUSED", "PHOTO_OLD", "PHOTO_FAR", "LAST_MINUTE");

    /** A lift at a point of the map that the firm has accepted. */
    private JsonNode accepted(Browser author, Browser firm) {
        Map<String, Object> appeal = new HashMap<>(appeal(LIFT, null, false));
        appeal.put("place", Map.of("lon", LON, "lat", LAT));
        JsonNode receipt = author.post("/api/appeals", appeal).expect(201).body();
        act(firm, id(receipt), "acceptances", Map.of()).expect(200);
        return receipt;
    }

    private static String upload(Browser firm, long scene, int side_px, Duration ago, double lat) {
        Instant taken = Instant.now(Clock.systemUTC()).minus(ago);
        byte[] photo = new CameraPhoto(scene, side_px, taken, LON, lat).bytes();
        return firm.upload("/api/files", "file", "现场.jpg", photo)
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    private JsonNode reported(Browser firm, String words, String... photos) {
        JsonNode receipt = accepted(resident(), firm);
        resolve(firm, id(receipt), words, photos);
        return checked(supervisor(), id(receipt));
    }

    /** What the photos and the moment tell; whether the words are others' is not asked here. */
    private static List<JsonNode> proofs(JsonNode detail) {
        return detail.at("/line/signals")
                .valueStream()
                .filter(each -> PROOFS.contains(each.get("signal").asString()))
                .toList();
    }

    private static JsonNode only(JsonNode detail, String signal) {
        List<JsonNode> proofs = proofs(detail);
        assertThat(proofs).as(detail.toString()).hasSize(1);
        assertThat(proofs.getFirst().get("signal").asString()).isEqualTo(signal);
        return proofs.getFirst();
    }

    @Test
    void aPhotoOfTheSpotTakenThenTellsNothing() {
        Browser firm = firm();
        String photo = upload(firm, SCENES.incrementAndGet(), 360, Duration.ZERO, LAT);
        JsonNode detail = reported(firm, "三号楼电梯门机皮带已换新，试运行二十次正常。", photo);
        assertThat(texts(detail.get("photos"), "id")).containsExactly(photo);
        assertThat(proofs(detail)).isEmpty();
    }

    @Test
    void aPhotoThatProvedAnotherTicketIsShownBesideIt() {
        Browser firm = firm();
        long scene = SCENES.incrementAndGet();
        String before = upload(firm, scene, 360, Duration.ZERO, LAT);
        JsonNode first = reported(firm, "轿厢照明已修复，按钮面板同时更换。", before);
        assertThat(proofs(first)).isEmpty();
        String smaller = upload(firm, scene, 180, Duration.ZERO, LAT);
        String another = upload(firm, SCENES.incrementAndGet(), 360, Duration.ZERO, LAT);
        JsonNode reused = only(reported(firm, "地坑积水已抽干，缓冲器检查完好。", another, smaller), "PHOTO_REUSED");
        assertThat(reused.get("photoId").asString()).isEqualTo(smaller);
        assertThat(reused.get("otherPhotoId").asString()).isEqualTo(before);
        assertThat(reused.at("/other/ticketId")).isEqualTo(first.at("/line/ticketId"));
        assertThat(reused.get("amount").asInt()).isLessThanOrEqualTo(10);
    }

    @Test
    void theSamePictureInTheNextReportOfItsOwnTicketIsNoReuse() {
        Browser author = resident();
        Browser firm = firm();
        Browser city = supervisor();
        long scene = SCENES.incrementAndGet();
        JsonNode receipt = accepted(author, firm);
        resolve(firm, id(receipt), "对重导靴磨损，已更换并润滑导轨。", upload(firm, scene, 360, Duration.ZERO, LAT));
        JsonNode first = checked(city, id(receipt));
        my(author, appealId(receipt), "verdicts", Map.of("contacted", true, "solved", false, "satisfaction", 1))
                .expect(200);
        act(firm, id(receipt), "acceptances", Map.of()).expect(200);
        resolve(firm, id(receipt), "导轨支架螺栓已全部紧固，轿厢不再晃动。", upload(firm, scene, 180, Duration.ZERO, LAT));
        JsonNode second = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> checked(city, id(receipt)),
                        seen -> !seen.at("/line/id").equals(first.at("/line/id")));
        assertThat(proofs(second)).isEmpty();
    }

    @Test
    void aPhotoFromBeforeTheAppealIsOld() {
        Browser firm = firm();
        String photo = upload(firm, SCENES.incrementAndGet(), 360, Duration.ofHours(72), LAT);
        JsonNode old = only(reported(firm, "限速器已校验，铅封完整。", photo), "PHOTO_OLD");
        assertThat(old.get("photoId").asString()).isEqualTo(photo);
        assertThat(old.get("amount").asInt()).isEqualTo(72);
    }

    @Test
    void aPhotoFromElsewhereIsFar() {
        Browser firm = firm();
        String photo = upload(firm, SCENES.incrementAndGet(), 360, Duration.ZERO, LAT + AWAY);
        JsonNode far = only(reported(firm, "层门门锁触点打磨后复位，开关门顺畅。", photo), "PHOTO_FAR");
        assertThat(far.get("photoId").asString()).isEqualTo(photo);
        assertThat(far.get("amount").asInt()).isEqualTo(2200);
    }

    /** The ordinary limit is five minutes; whoever is late is late, and not in a hurry to seem punctual. */
    @ParameterizedTest
    @CsvSource({"200, true, 曳引机抱闸间隙已调整。", "900, false, 随行电缆护套破损处已包扎。", "-60, false, 应急电源电池组已换。"})
    void theLastSecondsBeforeTheDeadlineAreTold(int left_s, boolean told, String words) {
        Browser firm = firm();
        JsonNode receipt = accepted(resident(), firm);
        rows.update(
                "update ticket.part set due_at = now() + make_interval(secs => ?)"
                        + " where ticket_id = ?::uuid and role = 'LEAD'",
                left_s,
                id(receipt));
        resolve(firm, id(receipt), words);
        JsonNode detail = checked(supervisor(), id(receipt));
        if (told) {
            assertThat(only(detail, "LAST_MINUTE").get("amount").asInt()).isBetween(left_s - 60, left_s);
        } else {
            assertThat(proofs(detail)).isEmpty();
        }
    }
}
