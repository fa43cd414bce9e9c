package org.mulin.area.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;

class AreaHttpTest extends MulinHttpTest {
    @Test
    void anybodyMaySeeTheTerritory() {
        JsonNode grids = browser().get("/api/areas?level=grid").expect(200).body();

        assertThat(names(grids)).containsExactly("百花湖第一网格", "百花湖第二网格", "百花湖第三网格", "魁星路第一网格", "魁星路第二网格", "魁星路第三网格");
        assertThat(names(browser()
                        .get("/api/areas?parent=360502001000")
                        .expect(200)
                        .body()))
                .containsExactly("百花湖社区", "魁星路社区");
    }

    @Test
    void anUnknownLevelIsMalformed() {
        JsonNode problem = browser().get("/api/areas?level=block").expect(400).body();

        assertThat(problem.path("errors").path(0).path("field").asString("")).isEqualTo("level");
    }

    @Test
    void aPointIsInOneGridAndAllThatLiesAbove() {
        JsonNode path = browser()
                .get("/api/areas/at?lon=114.9349&lat=27.7990")
                .expect(200)
                .body()
                .path("path");

        assertThat(names(path)).containsExactly("新余市", "渝水区", "城南街道", "百花湖社区", "百花湖第二网格");
    }

    @Test
    void aPointOutsideTheCityGetsAHelpfulAnswer() {
        JsonNode problem =
                browser().get("/api/areas/at?lon=116.4&lat=39.9").expect(422).body();

        assertThat(problem.path("code").asString("")).isEqualTo("point-outside-city");
        assertThat(problem.path("detail").asString("")).contains("新余市").contains("12345");
    }

    /** A wall screen asks for hundreds of polygons again and again; they come once. */
    @Test
    void outlinesComeOnceWhileTheyStayTheSame() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> first = browser().lines("/api/areas/outlines?level=grid");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(200);
        HttpRequest again =
                HttpRequest.newBuilder(first.uri()).header("If-None-Match", tag).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(again, BodyHandlers.ofByteArray()))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(304))
                    .satisfies(answer -> assertThat(answer.body()).isEmpty());
        }
        assertThat(browser().lines("/api/areas/outlines?level=street").headers().firstValue("ETag"))
                .hasValueSatisfying(other -> assertThat(other).isNotEqualTo(tag));
    }

    @Test
    void outlinesAreGeoJsonOfClosedRings() {
        JsonNode collection =
                browser().get("/api/areas/outlines?level=street").expect(200).body();

        assertThat(collection.path("type").asString("")).isEqualTo("FeatureCollection");
        JsonNode feature = collection.path("features").path(0);
        assertThat(feature.path("properties").path("name").asString("")).isEqualTo("城南街道");
        assertThat(feature.path("geometry").path("type").asString("")).isEqualTo("Polygon");
        JsonNode ring = feature.path("geometry").path("coordinates").path(0);
        assertThat(ring.path(0)).isEqualTo(ring.path(ring.size() - 1));
    }

    @Test
    void placesAreFoundByNameByAliasAndByArea() {
        assertThat(names(browser()
                        .get("/api/places?q=%E6%BE%84%E6%B9%96%E5%B8%82%E5%9C%BA")
                        .expect(200)
                        .body()))
                .containsExactly("澄湖农贸市场");
        assertThat(names(browser()
                        .get("/api/places?area=360502001007002")
                        .expect(200)
                        .body()))
                .containsExactly("松柏里小区", "惠民新村", "笔峰菜市场");
        browser().get("/api/places?area=360599").expect(400);
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(each -> each.path("name").asString("")).toList();
    }
}
