package org.mulin.exchange.internal.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.exchange.internal.ApiKeys;
import org.mulin.exchange.internal.open311.Open311Client.Reply;
import tools.jackson.databind.JsonNode;

/** Open311 as another program meets it, and the same request at the desk. */
class Open311Test extends MulinHttpTest {
    private static final String LAMP = "云栖里小区门口的路灯不亮，请打12900005678联系";
    private Open311Client client;

    @BeforeEach
    void program() {
        client = new Open311Client(origin(), json);
    }

    static Map<String, String> lamp() {
        Map<String, String> form = new HashMap<>();
        form.put("api_key", ApiKeys.DEMO_KEY);
        form.put("service_code", "fac-lamp");
        form.put("description", LAMP);
        form.put("lat", "27.800760");
        form.put("long", "114.926231");
        form.put("attribute[LAMPS]", "few");
        return form;
    }

    private String file(Map<String, String> form) {
        Reply reply = client.post("requests.json", form);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.tree().get(0).get("service_request_id").asString();
    }

    private JsonNode request(String number) {
        Reply reply = client.get("requests/" + number + ".json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.tree().get(0);
    }

    @Test
    void aRequestAppearsAtTheDeskAndItsStatusComesBack() {
        Map<String, String> form = lamp();
        form.put("first_name", "小明");
        form.put("last_name", "欧阳");
        form.put("phone", "12900005678");
        form.put("email", "nobody@example.com");
        form.put("media_url", "https://example.com/lamp.jpg");
        String number = file(form);

        JsonNode before = request(number);
        assertThat(before.get("status").asString()).isEqualTo("open");
        assertThat(before.get("status_notes").asString()).isEqualTo("待受理");
        assertThat(before.get("service_name").asString()).isEqualTo("路灯不亮");
        assertThat(before.get("description").asString())
                .startsWith("云栖里小区门口的路灯不亮，请打***联系")
                .contains("有几盏灯不亮？ 两至五盏");
        assertThat(before.get("lat").asDouble()).isEqualTo(27.80076);
        assertThat(before.get("long").asDouble()).isEqualTo(114.926231);
        assertThat(before.get("address_id").asString()).startsWith("360502001001");
        assertThat(before.get("media_url").asString()).isEqualTo("https://example.com/lamp.jpg");
        assertThat(before.toString()).doesNotContain("12900005678", "欧阳", "nobody@example.com");

        Browser desk = staffOnPost("hotline-clerk");
        JsonNode row = desk.get("/api/tickets?q=" + number)
                .expect(200)
                .body()
                .get("items")
                .get(0);
        String id = row.get("id").asString();
        JsonNode ticket = desk.get("/api/tickets/" + id).expect(200).body();
        assertThat(ticket.toString()).contains(LAMP, "OPEN311").doesNotContain("nobody@example.com");
        JsonNode lead = ticket.get("parts").get(0);
        assertThat(before.get("agency_responsible").asString())
                .isEqualTo(lead.get("unit").get("name").asString());

        Browser unit = staffOnPost("urban-clerk");
        JsonNode seen = unit.get("/api/tickets/" + id).expect(200).body();
        unit.post(
                        "/api/tickets/" + id + "/acceptances",
                        Map.of("version", seen.get("version").asLong()))
                .expect(200);
        assertThat(request(number).get("status_notes").asString()).isEqualTo("办理中");
        seen = unit.get("/api/tickets/" + id).expect(200).body();
        unit.post(
                        "/api/tickets/" + id + "/resolutions",
                        Map.of(
                                "words",
                                "已更换灯具，夜间正常亮灯。",
                                "photoIds",
                                List.of(unit.photo()),
                                "version",
                                seen.get("version").asLong()))
                .expect(200);
        JsonNode after = request(number);
        assertThat(after.get("status").asString()).isEqualTo("closed");
        assertThat(after.get("service_notice").isNull()).isTrue();
        Reply closed = client.get("requests.json?status=closed&service_code=fac-lamp");
        assertThat(closed.tree()
                        .valueStream()
                        .map(each -> each.get("service_request_id").asString()))
                .contains(number);
        assertThat(client.get("tokens/" + number + ".json")
                        .tree()
                        .get(0)
                        .get("service_request_id")
                        .asString())
                .isEqualTo(number);
    }

    @Test
    void residentsRequestsAreShownOnlyWhenTheySaySo() {
        Browser resident = resident();
        Map<String, Object> body = new HashMap<>(Map.of(
                "words",
                "云栖里小区门口路上窨井盖不见了，很危险",
                "photoIds",
                List.of(),
                "place",
                Map.of("areaCode", "360502001001001"),
                "confidential",
                false));
        String kept = resident.post("/api/appeals", body)
                .expect(201)
                .body()
                .get("number")
                .asString();
        body.put("public", true);
        String shown = resident.post("/api/appeals", body)
                .expect(201)
                .body()
                .get("number")
                .asString();
        assertThat(client.get("requests/" + kept + ".json").status()).isEqualTo(404);
        assertThat(client.get("requests/" + shown + ".json").status()).isEqualTo(200);
        assertThat(client.get("requests.json?service_request_id=" + kept + "," + shown)
                        .tree()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void listsComeInPagesNewestFirst() {
        String first = file(lamp());
        String second = file(lamp());
        List<String> pages = List.of(
                client.get("requests.json?page_size=1")
                        .tree()
                        .get(0)
                        .get("service_request_id")
                        .asString(),
                client.get("requests.json?page_size=1&page=2")
                        .tree()
                        .get(0)
                        .get("service_request_id")
                        .asString());
        assertThat(pages).containsExactly(second, first);
        Reply none = client.get("requests.json?start_date=2020-01-01T00:00:00Z&end_date=2020-03-01T00:00:00Z");
        assertThat(none.tree().size()).isZero();
        // a plus sign that nobody escaped
        assertThat(client.get("requests.json?start_date=2020-01-01T00:00:00+08:00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRepeatedKeyFilesOnce() {
        String body = Open311Client.form(lamp());
        Map<String, String> key = Map.of("Idempotency-Key", "open311-" + System.nanoTime());
        String form = "application/x-www-form-urlencoded";
        Reply first = client.send("POST", "requests.json", body, form, key);
        Reply again = client.send("POST", "requests.json", body, form, key);
        assertThat(again.body()).isEqualTo(first.body());
        Reply other = client.send("POST", "requests.json", body + "&email=a%40b.example", form, key);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.tree().at("/0/code").asInt()).isEqualTo(400);
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        Reply reply = client.post(
                "requests.json", Map.of("api_key", ApiKeys.DEMO_KEY, "phone", "abc", "media_url", "javascript:1"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.tree().size()).isEqualTo(4);
        String text = reply.tree().toString();
        assertThat(text).contains("service_code：", "地点：", "phone：", "media_url：");
    }

    @ParameterizedTest
    @CsvSource({
        "services.json, services.json",
        "services/fac-lamp.json, service-definition.json",
        "services/env-litter.json, service-definition.json",
        "requests.json, requests.json"
    })
    void jsonFitsTheSchema(String path, String schema) {
        assumeTrue(Files.exists(SharedSchema.FOLDER), SharedSchema.FOLDER + " is not here");
        file(lamp());
        Reply reply = client.get(path);
        assertThat(reply.type()).isEqualTo("application/json;charset=UTF-8");
        assertThat(new SharedSchema(schema).mistakes(reply.tree())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "services.xml, services.xml",
        "services/fac-lamp.xml, service_definition.xml",
        "requests.xml, service_requests.xml",
        "requests/NUMBER.xml, get_service_request.xml",
        "tokens/NUMBER.xml, request_id_from_token.xml",
        "requests/20200101-999999.xml, get_service_request_not_found.xml",
        "requests.xml?status=closed&start_date=2020-01-01T00:00:00Z, service_requests_empty.xml"
    })
    void xmlHasTheElementsOfTheFixtures(String path, String fixture) throws IOException, XMLStreamException {
        assumeTrue(Files.exists(SharedSchema.FOLDER), SharedSchema.FOLDER + " is not here");
        Reply reply = client.get(path.replace("NUMBER", file(lamp())));
        assertThat(reply.type()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(elements(reply.body())).containsAll(elements(fixture(fixture)));
    }

    @Test
    void aReceiptHasTheElementsOfTheFixture() throws IOException, XMLStreamException {
        assumeTrue(Files.exists(SharedSchema.FOLDER), SharedSchema.FOLDER + " is not here");
        Reply reply = client.post("requests.xml", lamp());
        assertThat(elements(reply.body())).containsAll(elements(fixture("post_service_request.xml")));
    }

    @Test
    void xmlHoldsWhateverPeopleWrite() throws XMLStreamException {
        Map<String, String> form = lamp();
        form.put("description", "<b>&\u0001\u000b]]> \ud83d\ude00 灯");
        String number = file(form);
        Reply reply = client.get("requests/" + number + ".xml");
        assertThat(elements(reply.body())).contains("description");
        assertThat(reply.body()).contains("&lt;b", "\ud83d\ude00 灯");
    }

    @Test
    void withoutSuffixTheReaderChooses() {
        assertThat(client.get("services").type()).startsWith("text/xml");
        assertThat(client.send("GET", "services", null, null, Map.of("Accept", "application/json"))
                        .type())
                .startsWith("application/json");
        Reply discovery = client.get("/open311/discovery.json");
        JsonNode endpoint = discovery.tree().get("endpoints").get(0);
        assertThat(endpoint.get("url").asString()).isEqualTo(origin() + "/open311/v2");
        assertThat(endpoint.get("type").asString()).isEqualTo("test");
        assertThat(client.get("discovery.xml").body()).contains("<format>text/xml</format>", ApiKeys.DEMO_KEY);
    }

    private static String fixture(String name) throws IOException {
        return Files.readString(SharedSchema.FOLDER.resolve("open311-fixtures").resolve(name));
    }

    private static Set<String> elements(String text) throws XMLStreamException {
        Set<String> names = new TreeSet<>();
        XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text.strip()));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                names.add(xml.getLocalName());
            }
        }
        return names;
    }
}
