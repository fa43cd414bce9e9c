import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mulin.base.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A life over HTTP, one connection, six requests. All its own work is done by the calling thread, and so is known. */
final class HttpLife implements Life {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static volatile long own_ns;

    private final int port;
    private Browser dispatcher;
    private Browser clerk;
    private LifeBench.Turns<Browser> authors;
    private String area;

    HttpLife(int port) {
        this.port = port;
    }

    /** Processor time of the side that asks. */
    static long ownTime_ns() {
        return own_ns;
    }

    /** Somebody's cookies. */
    final class Browser {
        private final List<String> cookies = new ArrayList<>();
        private String csrf = "";

        JsonNode get(String path) throws IOException {
            return send(open(path));
        }

        JsonNode post(String path, String json) throws IOException {
            HttpURLConnection request = open(path);
            request.setRequestMethod("POST");
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", "application/json");
            request.setRequestProperty("Idempotency-Key", Ids.next().toString());
            request.setRequestProperty("X-XSRF-TOKEN", csrf);
            request.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
            return send(request);
        }

        private HttpURLConnection open(String path) throws IOException {
            HttpURLConnection request = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            request.setRequestProperty("Cookie", String.join("; ", cookies));
            return request;
        }

        private JsonNode send(HttpURLConnection request) throws IOException {
            int status = request.getResponseCode();
            try (InputStream body = status < 400 ? request.getInputStream() : request.getErrorStream()) {
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                if (status >= 300) {
                    throw new IOException(request.getURL() + " " + status + " " + text);
                }
                for (String cookie : request.getHeaderFields().getOrDefault("Set-Cookie", List.of())) {
                    keep(cookie.split(";")[0]);
                }
                return text.isEmpty() ? null : JSON.readTree(text);
            }
        }

        private void keep(String cookie) {
            String name = cookie.substring(0, cookie.indexOf('=') + 1);
            cookies.removeIf(each -> each.startsWith(name));
            cookies.add(cookie);
            if (name.equals("XSRF-TOKEN=")) {
                csrf = cookie.substring(name.length());
            }
        }
    }

    /** A new account on a post of the pack, with a password of its own; its user name. */
    String account(String post) throws IOException {
        String username = "bench" + Long.toString(System.nanoTime(), 36);
        staff("admin", Server.ADMIN_PASSWORD).post("/api/accounts", """
                {"username":"%s","displayName":"测量","postCode":"%s","initialPassword":"Initial-pass-1"}"""
                .formatted(username, post));
        staff(username, "Initial-pass-1").post("/api/password-changes", """
                {"current":"Initial-pass-1","next":"%s"}""".formatted(Server.OWN_PASSWORD));
        return username;
    }

    void enter(String dispatcher, String clerk, String area) throws IOException {
        this.dispatcher = staff(dispatcher, Server.OWN_PASSWORD);
        this.clerk = staff(clerk, Server.OWN_PASSWORD);
        this.area = area;
    }

    Browser resident(String phone, String code) throws IOException {
        return signedIn("resident", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code));
    }

    void authors(LifeBench.Turns<Browser> authors) {
        this.authors = authors;
    }

    private Browser staff(String username, String password) throws IOException {
        return signedIn("staff", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    private Browser signedIn(String kind, String json) throws IOException {
        Browser browser = new Browser();
        browser.get("/api/session");
        browser.post("/api/sessions/" + kind, json);
        browser.get("/api/session");
        return browser;
    }

    @Override
    public void live() throws IOException {
        long began = ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().threadId());
        Browser author = authors.next();
        JsonNode receipt = author.post("/api/appeals", """
                {"words":"%s","photoIds":[],"place":{"areaCode":"%s"},"confidential":false}""".formatted(WORDS, area));
        String ticket = "/api/tickets/" + receipt.get("ticketId").asString();
        dispatcher.post(ticket + "/classifications", """
                {"matterCode":"%s","areaCode":"%s","version":1}""".formatted(MATTER, area));
        clerk.post(ticket + "/acceptances", "{\"version\":2}");
        clerk.post(ticket + "/replies", words(REPLY, 3));
        clerk.post(ticket + "/resolutions", words(RESULT, 4));
        author.post("/api/my/appeals/" + receipt.get("appealId").asString() + "/verdicts", """
                {"contacted":true,"solved":true,"satisfaction":5,"version":5}""");
        own_ns += ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().threadId()) - began;
    }

    private static String words(String words, int version) {
        return "{\"words\":\"%s\",\"photoIds\":[],\"version\":%d}".formatted(words, version);
    }
}
