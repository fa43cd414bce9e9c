package org.mulin.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mulin.demo.internal.DemoBrowser.StoryStuck;
import org.mulin.demo.internal.script.AdmissionStory;
import org.mulin.demo.internal.script.Entry;
import org.mulin.demo.internal.script.ExclusionStory;
import org.mulin.demo.internal.script.OfficeDay;
import org.mulin.demo.internal.script.Tale;

/** Plays tales forward in time: what comes by the page one by one, the day's calls, visits and reports as files. */
final class DemoPlay {
    /** When the desk sends in what the day brought. */
    private static final int FILES_HOUR = 18;

    private static final int WHISTLE_HOUR = 9;
    private static final int EXCLUSION_HOUR = 14;

    private static final Duration LAST_FILE = Duration.ofMinutes(5);

    private final DemoPeople people;
    private final DemoClock clock;
    private final OfficeDay office;
    private final Instant end;
    private final Stage stage;
    private final AtomicInteger tickets = new AtomicInteger();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    DemoPlay(DemoPeople people, DemoClock clock, OfficeDay office, Instant end) {
        this.people = people;
        this.clock = clock;
        this.office = office;
        this.end = end;
        this.stage = new Stage(clock, end);
    }

    /** Beside the tickets: what is asked of communities. */
    void add(AdmissionStory story, int days) {
        new AdmissionLife(people, clock, zone(), this::note).add(story, end, days, stage);
    }

    void run(List<Tale> tales, Stage.Progress progress) {
        // today's files are not complete yet, but visitors shall see today's calls too
        Instant lastMoment = end.minus(LAST_FILE);
        Map<LocalDate, Map<Entry, List<Tale>>> files = new TreeMap<>();
        Set<String> known = new HashSet<>();
        for (Tale tale : tales) {
            if (tale.entry().file().isEmpty()) {
                boolean mayNeedCode = known.add(tale.phone());
                stage.add(
                        tale.at(),
                        mayNeedCode ? Stage.STILL : Stage.STEP_MIN,
                        () -> course(tale).submit());
            } else {
                files.computeIfAbsent(fileDay(tale.at()), ignored -> new TreeMap<>())
                        .computeIfAbsent(tale.entry(), ignored -> new ArrayList<>())
                        .add(tale);
            }
        }
        files.forEach((day, byEntry) -> byEntry.forEach((entry, rows) -> {
            Instant due = sentIn(day).plusSeconds(300L * entry.ordinal());
            Instant at = due.isBefore(lastMoment) ? due : lastMoment;
            stage.add(at, Stage.STEP_MIN, () -> new DayFile(people, entry, day, rows).send(this::course, at));
        }));
        stage.run(progress);
        people.renewPasswords();
    }

    /** Beside the tickets: the whistles that begin within the life that is played, in the morning of their day. */
    void addWhistles(Instant begin) {
        WhistleScene.all().forEach((days, plot) -> {
            Instant at = LocalDate.ofInstant(end, zone())
                    .minusDays(days)
                    .atTime(WHISTLE_HOUR, 5)
                    .atZone(zone())
                    .toInstant();
            if (at.isAfter(begin)) {
                new WhistleScene(plot, at, people, stage, zone(), this::note).begin();
            }
        });
    }

    /** Beside the tickets: what units want left out of the rates, from the afternoon of its day on. */
    void add(ExclusionStory story, Instant begin) {
        int minute = 0;
        for (ExclusionStory.Plot plot : story.plots()) {
            Instant at = LocalDate.ofInstant(end, zone())
                    .minusDays(plot.day())
                    .atTime(EXCLUSION_HOUR, minute++)
                    .atZone(zone())
                    .toInstant();
            if (at.isAfter(begin)) {
                new ExclusionScene(plot, at, people, stage, this::note).begin();
            }
        }
    }

    private Course course(Tale tale) {
        tickets.incrementAndGet();
        return new Course(tale, people, stage, office, clock, this::note);
    }

    private void note(StoryStuck stuck) {
        refused.merge(stuck.code(), 1, Integer::sum);
    }

    private LocalDate fileDay(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone());
        return at.isBefore(sentIn(day)) ? day : day.plusDays(1);
    }

    private Instant sentIn(LocalDate day) {
        return day.atTime(FILES_HOUR, 0).atZone(zone()).toInstant();
    }

    private ZoneId zone() {
        return office.zone();
    }

    int tickets() {
        return tickets.get();
    }

    /** Lines of the story that the city's rules did not let happen, by the rule's code. */
    Map<String, Integer> refused() {
        return refused;
    }
}
