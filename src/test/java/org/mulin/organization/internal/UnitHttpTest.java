package org.mulin.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;

class UnitHttpTest extends MulinHttpTest {
    @Test
    void staffSeeUnitsOfAnArea() {
        JsonNode units = staffOnPost("street-clerk")
                .get("/api/units?area=360502001007")
                .expect(200)
                .body();

        assertThat(texts(units, "name")).containsExactly("魁星路社区居民委员会", "魁星路第一网格工作站");
        assertThat(texts(units, "kind")).containsExactly("社区（村）居民委员会", "网格工作站");
        assertThat(texts(units, "areaName")).containsExactly("魁星路社区", "魁星路第一网格");
    }

    @Test
    void aUnitIsFoundByItsKindByLettersInOrderAndNearestFirst() {
        var clerk = staffOnPost("street-clerk");
        JsonNode byLetters =
                clerk.get("/api/units?q=城管&near=360502001001").expect(200).body();
        assertThat(texts(byLetters, "name")).first().asString().contains("城");
        JsonNode communities =
                clerk.get("/api/units?q=居民委员会&near=360502001007").expect(200).body();
        assertThat(texts(communities, "name")).hasSizeGreaterThan(1).first().isEqualTo("魁星路社区居民委员会");
        assertThat(clerk.get("/api/units?q=没有这样的单位").expect(200).body()).isEmpty();
        clerk.get("/api/units?near=1").expect(400);
    }

    @Test
    void staffSeeThePostsOfAUnit() {
        var clerk = staffOnPost("street-clerk");
        String unit = clerk.get("/api/units?q=%E8%A1%97%E9%81%93")
                .expect(200)
                .body()
                .path(0)
                .path("id")
                .asString("");

        JsonNode posts = clerk.get("/api/units/" + unit + "/posts").expect(200).body();

        assertThat(texts(posts, "code"))
                .containsExactly(
                        "street-clerk",
                        "street-coordinator",
                        "street-handler",
                        "street-list-keeper",
                        "street-supervisor",
                        "street-window");
        clerk.get("/api/units/00000000-0000-0000-0000-000000000000/posts").expect(404);
    }

    @Test
    void residentsAndStrangersDoNotSeeTheDirectory() {
        resident().get("/api/units").expect(403);
        browser().get("/api/units").expect(401);
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(each -> each.path(field).asString("")).toList();
    }
}
