package org.mulin.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;

class CompoundHttpTest extends MulinHttpTest {
    @Test
    void staffSeeWhoGovernsACompoundAndWhatIsMissing() {
        JsonNode compounds = staffOnPost("street-clerk")
                .get("/api/compounds?area=360502001001")
                .expect(200)
                .body();

        assertThat(compounds.size()).isEqualTo(6);
        JsonNode whole = compounds.get(0);
        assertThat(whole.path("name").asString()).isEqualTo("云栖里小区");
        assertThat(whole.path("propertyFirm").asString()).isEqualTo("睦和物业服务有限公司");
        assertThat(whole.path("residentsCommittee").asString()).isEqualTo("百花湖社区居民委员会");
        assertThat(whole.path("missing").isEmpty()).isTrue();
        assertThat(compounds.get(2).path("missing").toString())
                .isEqualTo("[\"OWNERS_COMMITTEE\",\"PARTY_ORGANIZATION\"]");
    }

    @Test
    void residentsDoNotAndAnUnknownAreaIsAbsent() {
        resident().get("/api/compounds?area=360502001001").expect(403);
        staffOnPost("street-clerk").get("/api/compounds?area=360599").expect(404);
    }
}
