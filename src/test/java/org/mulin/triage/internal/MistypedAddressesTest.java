package org.mulin.triage.internal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.Place;
import org.mulin.area.PlaceKind;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.Text;

/** Five hundred invented addresses of the whole city, written as people write them: with slips and by old names. */
class MistypedAddressesTest {
    private static final int ADDRESSES = 500;
    private static final List<String> SLIPS =
            List.of("sound", "missing", "swapped", "doubled", "suffix", "old", "blank", "community");
    /** What is typed for a letter by mistake: it sounds, or in this dialect nearly sounds, the same. */
    private static final Map<Character, String> HEARD_AS =
            heardAs("云芸匀 里李理 苑院愿 园圆元 花华 华花画 城成诚 新心欣 湖胡糊 阳杨羊 江将 嘉佳家 佳加 庭亭廷 府俯付 馨欣新 雅亚 景境井 锦紧景 龙隆珑 凤奉 "
                    + "兰蓝栏 翠萃 御玉裕 悦月越 溪西希 林琳临 泉全权 星兴 福富 康慷 和河合 安按 平萍坪 金锦今 桥乔侨 山珊 水税 文闻 丽莉利 澜兰蓝 "
                    + "棠堂唐 栖西溪 岭领令 村春 南兰蓝 宁林 澄成程 桂贵 青清轻 梧吴无 翰汉 墨莫末 轩宣 公工 馆管 小晓 辉灰 盛胜圣 霞侠 枫风丰 樟张 湾弯 "
                    + "德得 台抬 阁格 静净 杏幸兴 筑竹 竹筑 虹红洪 洲州周 碧必 源原元 宏红 玉遇 郡俊 紫子 丹单 麓鹿 榕荣 峰丰锋 泓洪 汀听厅 榭谢 月悦越 "
                    + "渚主 岸暗 野也 珠朱 罗落 坊方 仰养 袁源 河何 孔恐 目木 江浆 城成 北背 仙先 来莱 魁奎葵 百白 场厂 塘堂");

    private final Random random = new Random(20261123);
    private final WholeCity city = new WholeCity();
    private final Set<String> names = city.places().stream().map(Place::name).collect(toSet());

    private record Address(String slip, String words, Area right) {}

    @Test
    void nearlyAllReachTheirGridOrCommunityAndNoneIsSurelyWrong() {
        List<String> missed = new ArrayList<>();
        List<String> surelyWrong = new ArrayList<>();
        List<Address> addresses = addresses();
        for (Address address : addresses) {
            Text text = new Text("", address.words());
            Optional<PlaceGuess> guess = city.reader().named(text, Plain.of(text.whole()));
            if (!guess.filter(found -> isRight(found, address.right())).isPresent()) {
                String answer = guess.map(
                                found -> city.byKey(found.areaKey()).name() + " %.2f".formatted(found.confidence()))
                        .orElse("nowhere");
                String line = "%s: %s → %s".formatted(address.slip(), address.words(), answer);
                missed.add(line);
                if (guess.isPresent() && guess.get().confidence() >= 0.9 && !isAbove(guess.get(), address.right())) {
                    surelyWrong.add(line);
                }
            }
        }
        System.out.printf(
                "%d of %d mistyped addresses reach their grid or community%n", ADDRESSES - missed.size(), ADDRESSES);
        assertThat(addresses).hasSize(ADDRESSES);
        assertThat(surelyWrong).isEmpty();
        assertThat(missed).hasSizeLessThanOrEqualTo(ADDRESSES * 3 / 100);
    }

    private boolean isRight(PlaceGuess guess, Area right) {
        Area there = city.byKey(guess.areaKey());
        return there.code().equals(right.code())
                || (there.level() == AreaLevel.COMMUNITY && there.code().equals(right.parentCode()));
    }

    /** Less exact is not wrong. */
    private static boolean isAbove(PlaceGuess guess, Area right) {
        return right.key().startsWith(guess.areaKey());
    }

    private List<Address> addresses() {
        List<Place> compounds = city.places().stream()
                .filter(place -> place.kind() == PlaceKind.COMPOUND)
                .toList();
        List<Address> addresses = new ArrayList<>();
        while (addresses.size() < ADDRESSES) {
            Place compound = compounds.get(random.nextInt(compounds.size()));
            String slip = SLIPS.get(addresses.size() % SLIPS.size());
            Area grid = city.byKey(compound.areaKey());
            address(slip, compound, grid).ifPresent(words -> addresses.add(new Address(slip, words, grid)));
        }
        return addresses;
    }

    /** As it is told, with more or less of what lies around it; empty when the name does not allow the slip. */
    private Optional<String> address(String slip, Place compound, Area grid) {
        Area community = city.parent(grid);
        Area street = city.parent(community);
        Area county = city.parent(street);
        if (slip.equals("community")) {
            return heard(community.name()).map(around -> around + home(compound.name()) + "，下水道堵了");
        }
        return mistyped(slip, compound)
                .filter(name -> slip.equals("old") || !names.contains(name))
                .map(name -> switch (random.nextInt(4)) {
                    case 0 -> county.name() + street.name() + community.name() + home(name) + "，楼道灯坏了没人修";
                    case 1 -> community.name() + home(name) + "，下水道堵了";
                    case 2 -> "我家住在" + street.name() + name + "，楼上天天漏水";
                    default -> "你好，我是" + community.name() + "的，" + home(name) + "的电梯又坏了";
                });
    }

    private String home(String name) {
        return name + (1 + random.nextInt(30)) + "栋" + (1 + random.nextInt(4)) + "单元";
    }

    private Optional<String> mistyped(String slip, Place place) {
        String name = place.name();
        int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
        boolean wasLong = name.length() > 3;
        return switch (slip) {
            case "sound" -> heard(name);
            case "missing" ->
                Optional.of(name.substring(0, at) + name.substring(at + 1)).filter(one -> wasLong);
            case "swapped" ->
                Optional.of(name.substring(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + name.substring(at + 1))
                        .filter(one -> wasLong && !one.equals(name));
            case "doubled" ->
                Optional.of(name.substring(0, at) + name.charAt(at) + name.substring(at))
                        .filter(one -> wasLong);
            case "suffix" -> Optional.of(name.replaceFirst("(小区|花园|公寓)$", "")).filter(one -> !one.equals(name));
            case "old" -> place.aliases().stream().findFirst();
            default -> Optional.of(name.substring(0, at) + " " + name.substring(at));
        };
    }

    /** With one letter replaced by one that sounds like it. */
    private Optional<String> heard(String name) {
        List<Integer> can = IntStream.range(0, name.length())
                .filter(at -> HEARD_AS.containsKey(name.charAt(at)))
                .boxed()
                .toList();
        if (can.isEmpty()) {
            return Optional.empty();
        }
        int at = can.get(random.nextInt(can.size()));
        String heard = Objects.requireNonNull(HEARD_AS.get(name.charAt(at)));
        return Optional.of(
                name.substring(0, at) + heard.charAt(random.nextInt(heard.length())) + name.substring(at + 1));
    }

    private static Map<Character, String> heardAs(String groups) {
        Map<Character, String> heard = new HashMap<>();
        for (String group : groups.split(" ")) {
            heard.put(group.charAt(0), group.substring(1));
        }
        return heard;
    }
}
