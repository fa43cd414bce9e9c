package org.mulin.demo.internal.script;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.mulin.demo.internal.script.Fates.Fate;
import org.mulin.demo.internal.script.People.Person;
import org.mulin.demo.internal.script.Phrasebook.Phrase;
import org.mulin.demo.internal.script.Phrasebook.Saying;
import org.mulin.demo.internal.script.Scenes.Scene;
import org.mulin.demo.internal.script.Tale.Pace;

/** What one day brings to the city. */
final class Day {
    /** What came in so short before the end waits for a person to decide. */
    private static final Duration UNDECIDED = Duration.ofHours(20);
    /** What nobody could say is asked again after this; the newest waits. */
    private static final Duration UNCLEAR = Duration.ofDays(3);

    private static final Duration FORGOTTEN = Duration.ofDays(11);
    private static final int FORGOTTEN_PERCENT = 3;
    private static final Duration NEVER = Duration.ofDays(1_000);
    private static final int CONFIDENTIAL_PERCENT = 18;
    private static final int TRIES_MAX = 40;
    private static final String NOBODY_KNOWS = "gov-attitude";

    private final Cast cast;
    private final LocalDate day;
    private final Instant end;
    private final RandomGenerator random;
    private final Scenes scenes;
    private final double[] heard;
    private int number;

    Day(Cast cast, LocalDate day, Instant end) {
        this.cast = cast;
        this.day = day;
        this.end = end;
        this.random = new Random(Script.SEED * 31 + day.toEpochDay());
        this.scenes = new Scenes(cast, random);
        List<Saying> sayings = cast.book().sayings();
        this.heard = new double[sayings.size()];
        double sum = 0;
        for (int i = 0; i < heard.length; i++) {
            sum += cast.rhythm().of(sayings.get(i).matter(), day);
            heard[i] = sum;
        }
    }

    List<Tale> tales(int count) {
        Instant begin = day.atStartOfDay(cast.office().zone()).toInstant();
        boolean open = Duration.between(begin, end).compareTo(UNCLEAR) < 0;
        int unclear = open ? count / 5 : count / 60;
        int declined = count / 50;
        List<Tale> tales = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i < unclear) {
                tales.add(vague(open || !cast.catalogue().contains(NOBODY_KNOWS) ? "" : NOBODY_KNOWS));
            } else if (i < unclear + declined) {
                tales.add(declined());
            } else {
                tales.add(plain());
            }
        }
        return tales;
    }

    private Tale plain() {
        Saying saying = saying();
        Fate fate = Fate.drawn(random);
        if (fate == Fate.RETURNED && !(saying.has("小区") && cast.catalogue().contains(Fates.RIGHT_INSTEAD))) {
            fate = Fate.SETTLED;
        }
        Entry entry = fate.needsAuthor() ? Entry.PAGE : entry();
        if (entry == Entry.GRID && (saying.has("村") || !cast.people().hasGridWorkers())) {
            entry = Entry.CALL;
        }
        Person person = person(entry, saying.has("村"));
        boolean urgent = saying.matter().startsWith("safe-") || saying.matter().equals("prop-lift");
        Instant at = at(saying.matter(), entry);
        boolean forgotten =
                Duration.between(at, end).compareTo(FORGOTTEN) < 0 && random.nextInt(100) < FORGOTTEN_PERCENT;
        List<Beat> beats = beats(entry, fate, saying.matter(), urgent, forgotten);
        boolean confidential = entry == Entry.PAGE
                && saying.matter().startsWith("prop-")
                && random.nextInt(100) < CONFIDENTIAL_PERCENT;
        Told told = new Told(person, scenes.of(saying, person), saying.matter(), confidential);
        return tale(at, entry, told, urgent ? Pace.URGENT : Pace.OFFICE, beats);
    }

    private List<Beat> beats(Entry entry, Fate fate, String matter, boolean urgent, boolean forgotten) {
        if (entry == Entry.GRID && cast.settled().contains(matter)) {
            return cast.fates().settled(matter, random);
        }
        return forgotten
                ? cast.fates().neglected(random)
                : cast.fates().beats(fate, matter, entry == Entry.PAGE, urgent, random);
    }

    private Tale vague(String matter) {
        Person person = cast.people().author(false, random);
        Scene scene = scenes.nowhere(cast.book().all("unclear"), person);
        List<Beat> beats = cast.fates().beats(Fate.SETTLED, NOBODY_KNOWS, true, false, random);
        return tale(at("", Entry.PAGE), Entry.PAGE, new Told(person, scene, matter, false), Pace.OFFICE, beats);
    }

    private Tale declined() {
        Phrase phrase = Phrasebook.pick(cast.book().all("decline"), random);
        Person person = cast.people().author(false, random);
        Scene scene = scenes.nowhere(List.of(phrase), person);
        List<Beat> beats = cast.fates().declined(phrase.style(), random);
        return tale(at("", Entry.PAGE), Entry.PAGE, new Told(person, scene, "", false), Pace.OFFICE, beats);
    }

    private record Told(Person person, Scene scene, String matter, boolean confidential) {}

    private Tale tale(Instant at, Entry entry, Told told, Pace pace, List<Beat> beats) {
        boolean undecided = Duration.between(at, end).compareTo(UNDECIDED) < 0;
        return new Tale(
                String.format(Locale.ROOT, "demo-%s-%03d", day, ++number),
                at,
                entry,
                told.person().phone(),
                told.person().name(),
                told.scene().spot(),
                told.scene().how(),
                told.scene().words(),
                told.matter(),
                told.confidential(),
                undecided ? NEVER : Fates.minutes(20, 240, random),
                pace,
                beats);
    }

    private Entry entry() {
        int drawn = random.nextInt(100);
        if (drawn < 40) {
            return Entry.PAGE;
        }
        return drawn < 80 ? Entry.CALL : drawn < 92 ? Entry.COUNTER : Entry.GRID;
    }

    private Person person(Entry entry, boolean village) {
        return switch (entry) {
            case PAGE -> cast.people().author(village, random);
            case CALL -> People.visitor(home(village), "call", random);
            case COUNTER -> People.visitor(home(village), "counter", random);
            case GRID -> cast.people().gridWorker(random);
        };
    }

    private Spot home(boolean village) {
        Spot home = village ? cast.town().village(random) : cast.town().home(random);
        for (int i = 0; i < TRIES_MAX && !village && cast.town().isVillage(home); i++) {
            home = cast.town().home(random);
        }
        return home;
    }

    private Saying saying() {
        double at = random.nextDouble() * heard[heard.length - 1];
        int i = 0;
        while (heard[i] < at) {
            i++;
        }
        return cast.book().sayings().get(i);
    }

    private Instant at(String matter, Entry entry) {
        LocalTime hour = cast.rhythm().hour(matter, random);
        if (entry != Entry.PAGE && (hour.getHour() < 8 || hour.getHour() >= 18)) {
            hour = hour.withHour(9 + random.nextInt(8));
        }
        return day.atTime(hour).atZone(cast.office().zone()).toInstant();
    }
}
