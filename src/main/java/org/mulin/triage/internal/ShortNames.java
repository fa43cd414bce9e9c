package org.mulin.triage.internal;

import java.util.List;
import java.util.Set;

/**
 * Tells whether a name in a text stands for a place. Long names do by themselves. Names of two Chinese letters, and
 * longer ones that are everyday words (惠民, 阳光, 菜市场), need a word beside them that only goes with a place; beside a
 * word that makes them a common phrase (惠民工程, 更阳光) they name nothing.
 */
final class ShortNames {
    /** What a name found in a text is worth. */
    enum Standing {
        /** It names its place. */
        PLACE,
        /** It may name its place: believed only when another name agrees. */
        DOUBTFUL,
        /** It is part of a common phrase. */
        NO_PLACE
    }

    private static final int SHORT_CHARS_MAX = 2;
    private static final int CONTEXT_CHARS_MAX = 4;
    private static final int NUMBER_CHARS_MAX = 4;

    /** Names that are longer and yet said of much else. */
    private static final Set<String> EVERYDAY = Set.of(
            "新农村", "新时代", "新生活", "新世界", "新气象", "大家庭", "老地方", "菜市场", "农贸市场", "商业街", "步行街", "火车站", "汽车站", "开发区", "高新区",
            "市民中心", "文化广场", "幸福家园", "美好家园", "美丽家园", "平安小区", "文明小区", "和谐小区", "文明社区", "平安社区", "和谐社区", "幸福社区");

    /** A name that ends so is a compound's even when short, unless it is an everyday word. */
    private static final Set<Character> COMPOUND_ENDS = Set.of('苑', '邸', '墅', '园', '庭');

    /** Where a name can begin in the middle of a sentence. */
    private static final String BOUNDARIES = "区县市镇乡村路街道巷号的是和与及至经过于在到住去从离们咱我家";

    private static final Set<String> EVERYDAY_COMPOUNDS =
            Set.of("公园", "花园", "校园", "家园", "庄园", "乐园", "果园", "菜园", "田园", "陵园", "庭园", "家庭", "法庭", "开庭", "别墅");

    /** Said right after the name of a place. */
    private static final List<String> AFTER = List.of(
            "小区", "社区", "居委", "村委", "街道", "办事处", "网格", "苑", "里", "新村", "花园", "家园", "公寓", "大厦", "广场", "宿舍", "安置房", "号",
            "栋", "幢", "座", "楼", "单元", "一期", "二期", "三期", "四期", "东门", "南门", "西门", "北门", "正门", "后门", "侧门", "大门", "门口",
            "门前", "附近", "旁", "对面", "隔壁", "周边", "这边", "那边", "一带", "业主", "居民", "业委会", "物业", "地下车库", "车库");

    /** Said right before the name of a place. */
    private static final List<String> BEFORE =
            List.of("在", "到", "住", "去", "从", "离", "位于", "家住", "来自", "路过", "经过", "靠近", "紧邻", "临近", "对面", "隔壁", "我们小区");

    /** Counted things of which a compound has many: 惠民3栋. */
    private static final List<String> NUMBERED = List.of("号", "栋", "幢", "座", "单元", "期", "楼", "门", "区");

    /** What follows makes a common phrase. */
    private static final List<String> PHRASE_AFTER = List.of(
            "工程", "政策", "措施", "举措", "活动", "项目", "行动", "计划", "补贴", "补助", "待遇", "保险", "贷款", "资金", "利民", "便民", "惠民", "实事",
            "好事", "事业", "制度", "机制", "理念", "精神", "生活", "方面", "角度", "性", "化", "感", "型", "式", "使者", "创建", "建设", "宣传", "志愿",
            "服务", "执法", "用语", "出行");

    /** What stands before makes a common phrase. */
    private static final List<String> PHRASE_BEFORE = List.of(
            "不", "更", "更加", "很", "最", "太", "真", "讲", "促", "创", "享", "利民", "便民", "富民", "为民", "利企", "惠企", "政策", "创建",
            "建设", "打造", "构建", "共建", "共创", "失去", "得到", "晒到", "照到", "不到", "看到", "受到", "感到", "享到", "没有", "挡住");

    private ShortNames() {}

    /** @param from index of the name's first char in the plain text, @param to index after its last */
    static Standing of(Plain plain, int from, int to) {
        return of(plain, from, to, false);
    }

    /** @param bareArea whether it is an area's name without its kind; in two letters it never places by itself */
    static Standing of(Plain plain, int from, int to, boolean bareArea) {
        String name = plain.part(from, to);
        if (!isDoubtful(name)) {
            return stem(name).length() > SHORT_CHARS_MAX || canBegin(plain, from) ? Standing.PLACE : Standing.DOUBTFUL;
        }
        String before = plain.part(Math.max(0, from - CONTEXT_CHARS_MAX), from);
        String after = plain.part(to, Math.min(plain.length(), to + CONTEXT_CHARS_MAX));
        if (PHRASE_BEFORE.stream().anyMatch(before::endsWith)
                || PHRASE_AFTER.stream().anyMatch(after::startsWith)) {
            return Standing.NO_PLACE;
        }
        boolean goesOn = to < plain.length() && Character.isIdeographic(plain.at(to));
        boolean place = closesPlace(plain, to) || (opensPlace(plain, from) && !goesOn);
        boolean bare = bareArea && name.length() <= SHORT_CHARS_MAX;
        return place && !bare ? Standing.PLACE : Standing.DOUBTFUL;
    }

    /** A short name in the middle of a longer one is another name: 雅苑小区 in 恒大雅苑小区. */
    private static boolean canBegin(Plain plain, int from) {
        return from == 0
                || !Character.isIdeographic(plain.at(from - 1))
                || BOUNDARIES.indexOf(plain.at(from - 1)) >= 0
                || opensPlace(plain, from);
    }

    private static String stem(String name) {
        return name.endsWith("小区") || name.endsWith("社区") ? name.substring(0, name.length() - 2) : name;
    }

    /** Whether what stands before this index announces a place. */
    static boolean opensPlace(Plain plain, int from) {
        String before = plain.part(Math.max(0, from - CONTEXT_CHARS_MAX), from);
        for (String opening : BEFORE) {
            if (before.endsWith(opening)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands from this index on is only said after a place. */
    static boolean closesPlace(Plain plain, int to) {
        String after = plain.part(to, Math.min(plain.length(), to + CONTEXT_CHARS_MAX));
        for (String closing : AFTER) {
            if (after.startsWith(closing)) {
                return true;
            }
        }
        return startsNumbered(plain, to);
    }

    private static boolean isDoubtful(String name) {
        if (EVERYDAY.contains(name)) {
            return true;
        }
        boolean chinese = name.chars().allMatch(Character::isIdeographic);
        boolean compound = COMPOUND_ENDS.contains(name.charAt(name.length() - 1)) && !EVERYDAY_COMPOUNDS.contains(name);
        return chinese && name.length() <= SHORT_CHARS_MAX && !compound;
    }

    private static boolean startsNumbered(Plain plain, int at) {
        int end = at;
        while (end < plain.length() && end - at < NUMBER_CHARS_MAX && isNumber(plain.at(end))) {
            end++;
        }
        String after = plain.part(end, Math.min(plain.length(), end + CONTEXT_CHARS_MAX));
        return end > at && NUMBERED.stream().anyMatch(after::startsWith);
    }

    /** Digits, the letters that number buildings, and Chinese figures. */
    private static boolean isNumber(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || "一二三四五六七八九十".indexOf(c) >= 0;
    }
}
