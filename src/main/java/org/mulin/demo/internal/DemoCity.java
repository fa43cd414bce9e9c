package org.mulin.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Plays the city's last weeks at the first start and tells visitors how to sign in. */
@RestController
@ConditionalOnProperty(name = "mulin.demo", havingValue = "true")
class DemoCity {
    /** Staff are at their posts before the first appeal comes. */
    private static final Duration BEFORE = Duration.ofDays(30);

    private final DemoClock clock;
    private final JsonMapper json;
    private final Story story;
    private final Path data;
    private final boolean wanted;
    private int port;

    DemoCity(
            DemoClock clock,
            JsonMapper json,
            @Value("${mulin.pack}") Path pack,
            @Value("${mulin.data}") Path data,
            @Value("${mulin.demo-city:true}") boolean wanted) {
        this.clock = clock;
        this.json = json;
        this.story = Story.read(pack.resolve("demo"));
        this.data = data;
        this.wanted = wanted;
    }

    record DemoSignIn(String face, String title, String username, String password, String phone) {}

    @GetMapping("/api/demo/sign-ins")
    List<DemoSignIn> signIns() {
        var residents = story.appeals().stream()
                .map(Story.Told::phone)
                .distinct()
                .limit(3)
                .map(phone -> new DemoSignIn("resident", "居民", "", "", phone));
        var staff = story.staff().stream()
                .map(worker -> new DemoSignIn(
                        "desk", worker.name() + " " + worker.title(), worker.username(), DemoPeople.PASSWORD, ""));
        var administrator = new DemoSignIn("desk", "系统管理员", "admin", DemoPeople.PASSWORD, "");
        return Stream.concat(residents, Stream.concat(staff, Stream.of(administrator)))
                .toList();
    }

    @EventListener
    void listening(ServletWebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /** An interrupted play begins again at the same moment and repeats nothing: every act has its own key. */
    @EventListener(ApplicationReadyEvent.class)
    void play() {
        if (!wanted) {
            return;
        }
        Path played = data.resolve("demo-played");
        if (!Files.exists(played)) {
            try {
                Instant now = beginning();
                clock.play(now.minus(BEFORE));
                var people = new DemoPeople("http://localhost:" + port, json, story);
                new DemoPlay(people, clock, now).run(story.appeals(), DemoCity::progress);
            } finally {
                clock.release();
            }
            write(played, "");
            System.out.println();
        }
        signIns().forEach(DemoCity::print);
    }

    /** The moment that counts as "now" for the story: the first start, kept so that a second try agrees. */
    private Instant beginning() {
        Path file = data.resolve("demo-began");
        if (!Files.exists(file)) {
            write(file, clock.instant().toString());
        }
        try {
            return Instant.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void progress(int done, int all) {
        System.out.printf(Locale.ROOT, "\rPlaying the demo city 正在演示城市 %d/%d", done, all);
        System.out.flush();
    }

    private static void print(DemoSignIn signIn) {
        System.out.println(
                signIn.face().equals("resident")
                        ? "  /      " + signIn.title() + " 手机号 " + signIn.phone()
                        : "  /desk  " + signIn.title() + " " + signIn.username() + " / " + signIn.password());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
