package org.mulin.demo.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mulin.demo.CityPlayed;
import org.mulin.demo.DemoFolder;
import org.mulin.demo.DemoLife;
import org.mulin.demo.internal.DemoBrowser.Lines;
import org.mulin.demo.internal.script.AdmissionStory;
import org.mulin.demo.internal.script.ExclusionStory;
import org.mulin.demo.internal.script.OfficeDay;
import org.mulin.demo.internal.script.Script;
import org.mulin.demo.internal.script.Story;
import org.mulin.demo.internal.script.Tale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Plays the city's past at the first start and tells visitors how to sign in. */
@RestController
@ConditionalOnProperty(name = "mulin.demo", havingValue = "true")
class DemoCity {
    /** Staff are at their posts before the first appeal comes. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(DemoCity.class);

    private final DemoClock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Story story;
    private final Path pack;
    private final DemoFolder folder;
    private final DemoLife life;
    private final boolean wanted;
    private int port;

    DemoCity(
            DemoClock clock,
            JsonMapper json,
            ApplicationEventPublisher events,
            @Value("${mulin.pack}") Path pack,
            @Value("${mulin.data}") Path data,
            @Value("${mulin.demo-life:SHORT}") DemoLife life,
            @Value("${mulin.demo-city:true}") boolean wanted) {
        this.clock = clock;
        this.json = json;
        this.events = events;
        this.story = Story.read(pack.resolve("demo"));
        this.pack = pack;
        this.folder = new DemoFolder(data);
        this.life = life;
        this.wanted = wanted;
        if (isToPlay()) {
            // what the program makes of itself at its start is older than what is played
            clock.play(clock.instant().minus(Duration.ofDays(life.days())).minus(BEFORE.multipliedBy(2)));
        }
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
                        face(worker),
                        worker.name() + " " + worker.title(),
                        worker.username(),
                        DemoPeople.PASSWORD,
                        ""));
        var administrator = new DemoSignIn("desk", "系统管理员", "admin", DemoPeople.PASSWORD, "");
        return Stream.concat(residents, Stream.concat(staff, Stream.of(administrator)))
                .toList();
    }

    /** Who works on a phone enters there. */
    private static String face(Story.Worker worker) {
        return worker.post().startsWith("grid-") ? "grid" : "desk";
    }

    /** How many days the demo's clock is ahead of the real one. */
    record DemoDays(@NotNull @Min(0) @Max(400) Integer ahead) {}

    /** Lets days pass, so that visitors see what the clock does: deadlines, votings, admissions that end. */
    @PostMapping("/api/demo/days")
    DemoDays pass(@RequestBody @Valid DemoDays days) {
        clock.ahead(Duration.ofDays(days.ahead()));
        return days;
    }

    @EventListener
    void listening(ServletWebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void openCity() {
        if (!wanted) {
            return;
        }
        if (isToPlay()) {
            clock.release();
            Instant end = clock.instant();
            folder.begin(end);
            try {
                play(end);
            } finally {
                clock.release();
            }
            folder.end();
            events.publishEvent(new CityPlayed(folder.data(), life));
        }
        signIns().forEach(DemoCity::print);
    }

    private boolean isToPlay() {
        return wanted && !folder.isPlayed();
    }

    private void play(Instant end) {
        OfficeDay office = OfficeDay.of(pack);
        Script script = new Script(pack, office);
        List<Tale> tales = new ArrayList<>(story.tales(end, life.days(), script));
        tales.addAll(script.tales(end, life.days(), life.tickets()));
        if (tales.isEmpty()) {
            return;
        }
        tales.sort(Comparator.comparing(Tale::at));
        Instant begin = tales.getFirst().at().minus(BEFORE);
        clock.play(begin);
        Console console = System.console();
        var bar = new ProgressBar(System.out, console != null && console.isTerminal(), begin, end, office.zone());
        var people =
                new DemoPeople(new Lines("http://localhost:" + port, json), DemoPeople.PASSWORD, clock, end, story);
        var play = new DemoPlay(people, clock, office, end);
        play.addWhistles(tales.getFirst().at());
        play.add(ExclusionStory.read(pack.resolve("demo")), tales.getFirst().at());
        play.add(AdmissionStory.read(pack.resolve("demo")), life.days());
        play.run(tales, now -> bar.at(now, play.tickets()));
        bar.end(play.tickets());
        if (!play.refused().isEmpty()) {
            LOG.info("lines of the demo's story that the rules refused: {}", play.refused());
        }
    }

    private static void print(DemoSignIn signIn) {
        System.out.println(
                signIn.face().equals("resident")
                        ? "  /      " + signIn.title() + " 手机号 " + signIn.phone()
                        : "  /%-5s ".formatted(signIn.face()) + signIn.title() + " " + signIn.username() + " / "
                                + signIn.password());
    }
}
