package org.mulin.demo.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Who speaks: residents with a home and a way of speaking; all of them invented, with phones that nobody has. */
final class People {
    private static final int GRID_WORKERS = 14;
    private static final List<String> SURNAMES = List.of(
            "李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "简", "敖",
            "晏", "廖");
    private static final List<String> TITLES = List.of("女士", "先生", "师傅", "阿姨", "大爷", "老师");
    private static final List<String> STYLES =
            List.of("page", "page", "page", "elder", "elder", "elder", "parent", "parent", "angry");

    /** @param style how the person speaks, as in phrases.csv */
    record Person(String phone, String name, Spot home, String style) {}

    private final List<Person> authors = new ArrayList<>();
    private final List<Person> villagers = new ArrayList<>();
    private final List<Person> gridWorkers = new ArrayList<>();

    /** @param posts of the pack; grid workers are on some of them */
    People(Town town, Set<String> posts, int count, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            Spot home = town.home(random);
            Person person = new Person(
                    String.format(Locale.ROOT, "1291%07d", 1_000 + i * 7),
                    name(random),
                    home,
                    Phrasebook.pick(STYLES, random));
            (town.isVillage(home) ? villagers : authors).add(person);
        }
        for (int i = 0; i < GRID_WORKERS; i++) {
            Spot home = Phrasebook.pick(authors, random).home();
            town.near(home, "compound", random)
                    .map(compound -> "grid-" + compound.area())
                    .filter(posts::contains)
                    .ifPresent(post -> gridWorkers.add(new Person("", post, home, "grid")));
        }
        if (villagers.isEmpty()) {
            villagers.addAll(authors);
        }
    }

    /** Somebody with an account. */
    Person author(boolean village, RandomGenerator random) {
        return Phrasebook.pick(village ? villagers : authors, random);
    }

    boolean hasGridWorkers() {
        return !gridWorkers.isEmpty();
    }

    /** One of the few that the demo follows; the name is the post. */
    Person gridWorker(RandomGenerator random) {
        return Phrasebook.pick(gridWorkers, random);
    }

    /** Somebody who calls or comes; only some leave a number. */
    static Person visitor(Spot home, String style, RandomGenerator random) {
        String phone =
                random.nextInt(10) == 0 ? String.format(Locale.ROOT, "1292%07d", 1_000 + random.nextInt(400) * 13) : "";
        return new Person(phone, name(random), home, style);
    }

    private static String name(RandomGenerator random) {
        return Phrasebook.pick(SURNAMES, random) + Phrasebook.pick(TITLES, random);
    }
}
