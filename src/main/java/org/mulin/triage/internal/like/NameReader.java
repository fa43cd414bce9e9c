package org.mulin.triage.internal.like;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mulin.triage.internal.Plain;

/**
 * Finds the names of places by the words that they end with: 云栖新城小区, 听雨巷, 澄湖小学, A3区. Where a name begins nobody
 * can tell from its letters, so it is known by its last two before that word (云栖, 澄湖) or, where the word is one letter,
 * by the last one and the word (雨巷, 桂苑): the same whether somebody writes 桂苑 or 桂苑小区. What is said of any place
 * (我们小区, 附近小学, 十字路口) is no name. Linear in the length.
 */
final class NameReader {
    /** More of a kind are a list of examples. */
    private static final int NAMES_MAX = 8;

    private static final int ENDING_MAX = 4;

    /** What ends a name, longest first within each kind; the name is what stands before. */
    private static final Map<String, PlaceLevel> ENDINGS = endings();

    /** Parts of a compound, and kinds that stand before another kind: 云栖新城二期小区. */
    private static final Set<String> INNER = Set.of(
            "一期", "二期", "三期", "四期", "五期", "东区", "西区", "南区", "北区", "中区", "安置", "回迁", "农贸", "综合", "集贸", "批发", "湿地", "森林",
            "体育", "文化");

    /** One letter that ends names of compounds and hardly anything else. */
    private static final String COMPOUND = "苑邸墅轩郡";
    /** One letter that ends names, and much else: what follows must be said after a place. */
    private static final String OFTEN_COMPOUND = "园城府庭湾";

    private static final String DIRECTIONS = "东西南北中";

    /** Said after the name of a place. */
    private static final String AFTER = "的业小物门口附旁边内外居住一二三四五六七八九东西南北前后是在有和与楼栋号幢单开期周对地车电停";

    /** A word for any place ends with one of these before its kind: 我们小区, 这条路. */
    private static final String NO_NAME =
            "的了我们你他她它咱本该此某各全每整这那哪在到住是有和与及或被将把对为给请从向往个几两多些条座所栋号处名等前后内外上下旁边近围周里间" + "新老旧别同另何家去来离距过至于不也都就又还再没因由使得让叫问看说";

    /** Two letters before a kind that make it a word for any place. */
    private static final Set<String> NO_NAMES = Set.of(
            "附近", "周边", "对面", "隔壁", "居住", "所在", "老旧", "住宅", "商品", "在建", "大型", "高档", "封闭", "普通", "其他", "其它", "物业", "开发",
            "业主", "居民", "全市", "本市", "市民", "当地", "农村", "城市", "安置", "回迁", "学生", "员工", "教师", "职工", "集体", "公办", "民办", "公立",
            "私立", "重点", "培训", "驾驶", "职业", "孩子", "建筑", "施工", "拆迁", "楼盘", "影响", "进入", "导致", "造成", "现在", "中心", "文化", "步行",
            "商业", "美食", "十字", "丁字", "政府", "人家", "二手", "整体", "破坏", "占用", "响了", "坏了", "廉租", "经济", "适用", "生活", "智慧", "文明",
            "和谐", "平安", "儿童", "绿色", "有钱", "配套", "城镇", "普惠", "公益", "民营", "国有", "专科", "综合", "实验", "毗邻", "靠近", "紧邻", "距离",
            "解决", "优质", "开放", "镇上", "乡镇");

    /** One letter and the word itself that name no place. */
    private static final Set<String> NO_PAIRS = Set.of(
            "别墅", "公园", "花园", "校园", "家园", "菜园", "果园", "田园", "庄园", "乐园", "儿园", "园园", "家庭", "法庭", "开庭", "出庭", "当庭", "城城",
            "政府", "官府", "县城", "进城", "商城", "全城", "古城", "长城", "围城", "省城", "市城", "我城", "港湾", "拐湾", "海湾", "台湾", "农村", "乡村",
            "新村", "进村", "村村", "下村", "山村", "驻村", "行村", "自村", "然村", "马路", "公路", "道路", "线路", "走路", "修路", "铁路", "电路", "水路",
            "大路", "半路", "小路", "土路", "泥路", "出路", "陆路", "让路", "带路", "思路", "主路", "辅路", "支路", "便路", "通路", "网路", "岔路", "叉路",
            "字路", "管路", "油路", "气路", "占路", "堵路", "拦路", "问路", "引路", "架路", "速路", "环路", "断路", "短路", "回路", "套路", "门路", "销路",
            "绕路", "铺路", "养路", "挖路", "坏路", "区路", "村路", "旁路", "乡路", "好路", "烂路", "弯路", "生路", "活路", "末路", "逛街", "沿街", "临街",
            "背街", "小巷", "小镇", "小村", "小街", "业街", "行街", "食街", "主街", "正街", "街街", "街巷", "背巷", "深巷", "天桥", "交桥", "架桥", "石桥",
            "木桥", "拱桥", "修桥", "过桥", "危桥", "座桥", "乡镇", "城镇", "村镇", "集镇", "冰镇", "老乡", "家乡", "下乡", "同乡", "故乡", "外乡", "社区",
            "小区", "各县", "全县", "区县", "市县", "郡县");

    /** What makes another word of the letter that ends a road or a village: 路灯, 街道, 村民. */
    private static final Map<Character, String> NO_ROAD = Map.of(
            '路',
            "灯面上边人过费况障牌基政径程途标数由网线",
            '街',
            "道上边面头坊舞",
            '巷',
            "",
            '桥',
            "梁墩面",
            '村',
            "民委里干支庄上镇级集务",
            '镇',
            "上政静压定",
            '乡',
            "镇村下亲间",
            '县',
            "城级政委道里",
            '区',
            "域别分间政委里内外块");

    private static final Map<Character, PlaceLevel> SINGLE = Map.of(
            '村',
            PlaceLevel.VILLAGE,
            '镇',
            PlaceLevel.TOWN,
            '乡',
            PlaceLevel.TOWN,
            '县',
            PlaceLevel.DISTRICT,
            '区',
            PlaceLevel.DISTRICT);

    /** Before 区 these name a kind of area. */
    private static final String NO_DISTRICT = "小社地园校城辖景市片郊山库东西南北学林厂矿商禁误雷发活置公务护划民宅业治特战分功防疫湖港山开";

    private final List<TreeSet<Integer>> found = new ArrayList<>();

    private NameReader() {
        for (int i = 0; i < PlaceLevel.values().length; i++) {
            found.add(new TreeSet<>());
        }
    }

    /** @param sites what else it names, by the names that the register has for them */
    static Names of(Plain subject, Plain body, List<String> sites) {
        NameReader reader = new NameReader();
        sites.forEach(reader::known);
        reader.read(subject);
        reader.read(body);
        if (reader.found.stream().allMatch(Set::isEmpty)) {
            return Names.NONE;
        }
        return new Names(reader.found.stream()
                .map(names -> names.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new));
    }

    private void known(String site) {
        boolean road = "路街巷桥弄道".indexOf(site.charAt(site.length() - 1)) >= 0;
        note(road ? PlaceLevel.ROAD : PlaceLevel.SITE, site.hashCode());
    }

    private void read(Plain plain) {
        int at = 1;
        while (at < plain.length()) {
            int ending = ending(plain, at);
            PlaceLevel level = ending == 0 ? null : ENDINGS.get(plain.part(at, at + ending));
            if (level != null) {
                note(level, named(plain, at));
                at += ending;
            } else {
                single(plain, at);
                at++;
            }
        }
    }

    private static int ending(Plain plain, int at) {
        for (int length = Math.min(ENDING_MAX, plain.length() - at); length > 1; length--) {
            if (ENDINGS.containsKey(plain.part(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    /** The last two letters before the word, or the run of letters and digits there; 0 when it is no name. */
    private static int named(Plain plain, int end) {
        int stem = end;
        while (stem >= 2 && isInner(plain, stem - 2)) {
            stem -= 2;
        }
        if (stem < 1 || plain.at(stem - 1) == Plain.BLANK) {
            return 0;
        }
        if (!Character.isIdeographic(plain.at(stem - 1))) {
            return run(plain, stem);
        }
        if (stem < 2 || !Character.isIdeographic(plain.at(stem - 2))) {
            return 0;
        }
        String last = plain.part(stem - 2, stem);
        return NO_NAME.indexOf(last.charAt(1)) >= 0 || NO_NAMES.contains(last)
                ? 0
                : pair(last.charAt(0), last.charAt(1));
    }

    private static boolean isInner(Plain plain, int at) {
        String part = plain.part(at, at + 2);
        return INNER.contains(part) || ENDINGS.get(part) == PlaceLevel.SITE;
    }

    private void single(Plain plain, int at) {
        char letter = plain.at(at);
        boolean ends = at + 1 == plain.length() || !Character.isIdeographic(plain.at(at + 1));
        if (COMPOUND.indexOf(letter) >= 0) {
            note(PlaceLevel.SITE, pairAt(plain, at));
        } else if (OFTEN_COMPOUND.indexOf(letter) >= 0) {
            note(PlaceLevel.SITE, ends || AFTER.indexOf(plain.at(at + 1)) >= 0 ? pairAt(plain, at) : 0);
            return;
        }
        String others = NO_ROAD.get(letter);
        if (others != null) {
            boolean other = !ends && others.indexOf(plain.at(at + 1)) >= 0;
            PlaceLevel level = SINGLE.getOrDefault(letter, PlaceLevel.ROAD);
            note(level, other ? 0 : roadOrArea(plain, at, level == PlaceLevel.ROAD));
        }
    }

    private static int roadOrArea(Plain plain, int at, boolean road) {
        boolean directed = road && at >= 2 && DIRECTIONS.indexOf(plain.at(at - 1)) >= 0;
        int stem = directed ? at - 1 : at;
        char before = plain.at(stem - 1);
        if (before == Plain.BLANK || plain.at(at) == '区' && NO_DISTRICT.indexOf(before) >= 0) {
            return 0;
        }
        if (!Character.isIdeographic(before)) {
            return run(plain, stem) * 31 + plain.at(at);
        }
        return NO_NAME.indexOf(before) >= 0 || NO_PAIRS.contains("" + before + plain.at(at))
                ? 0
                : pair(before, plain.at(at));
    }

    private static int pairAt(Plain plain, int at) {
        char before = plain.at(at - 1);
        return Character.isIdeographic(before)
                        && NO_NAME.indexOf(before) < 0
                        && !NO_PAIRS.contains("" + before + plain.at(at))
                ? pair(before, plain.at(at))
                : 0;
    }

    private static int run(Plain plain, int end) {
        int hash = 0;
        for (int at = end - 1; at >= 0 && plain.at(at) != Plain.BLANK && !Character.isIdeographic(plain.at(at)); at--) {
            hash = hash * 31 + plain.at(at);
        }
        return hash | 1;
    }

    private static int pair(char one, char other) {
        return one << 16 | other;
    }

    private void note(PlaceLevel level, int name) {
        TreeSet<Integer> names = found.get(level.ordinal());
        if (name != 0 && names.size() < NAMES_MAX) {
            names.add(name);
        }
    }

    private static Map<String, PlaceLevel> endings() {
        Map<PlaceLevel, String> written = new EnumMap<>(PlaceLevel.class);
        written.put(
                PlaceLevel.SITE,
                "小区 花园 公寓 家园 佳园 嘉园 雅园 馨园 名园 丽园 新村 新城 名城 豪庭 华庭 雅庭 名庭 华府 名府 学府 公馆 名邸 官邸 雅苑 佳苑 名苑 馨苑"
                        + " 华苑 嘉苑 丽苑 家苑 新苑 学苑 人家 宿舍 家属院 安置房 大厦 广场 公园 游园 小学 中学 大学 学院 学校 幼儿园 医院 卫生院 市场 菜市场"
                        + " 工地 水库 茶场 停车场 驿站 地铁站 火车站 汽车站");
        written.put(PlaceLevel.ROAD, "大道 大街 大桥 立交桥");
        written.put(PlaceLevel.VILLAGE, "社区 居委会 村委会");
        written.put(PlaceLevel.TOWN, "街道");
        Map<String, PlaceLevel> endings = new HashMap<>();
        written.forEach((kind, words) -> Arrays.stream(words.split(" ")).forEach(word -> endings.put(word, kind)));
        return endings;
    }
}
