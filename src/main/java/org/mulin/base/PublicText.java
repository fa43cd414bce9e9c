package org.mulin.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Free text made fit for everybody's eyes: what identifies a person becomes {@code ***}. It hides too much rather than
 * too little (a long order number goes too), and it is no proof: words only become public by their author's will, and
 * their author sees them as others will.
 */
public final class PublicText {
    private static final String HIDDEN = "***";
    private static final String DIGIT = "[0-9０-９]";
    private static final String HAN_DIGIT = "[零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]";
    private static final String NUMBER = "(?:" + DIGIT + "{1,3}|[一二三四五六七八九十]{1,3})";
    private static final String HAN_COUNT = "[零〇一二两三四五六七八九十百千幺]";
    private static final String ROOM_END = "[ ]?(?:室|号房|号|房|户)?";
    private static final String ROOM = "(?:" + DIGIT + "{3,4}|" + HAN_COUNT + "{2,7})";
    /** A number of three or four that counts nothing. */
    private static final String BARE_ROOM =
            "(?:" + DIGIT + "{3,4}(?!" + DIGIT + "|[元年米多])|" + HAN_DIGIT + "{3,4}(?![零〇一二两三四五六七八九十百千万多余几单楼层元年米栋幢]))";

    private static final String GAP = "[ \\u3000.·_-]?";
    /** Family names that begin no everyday word where a name may stand. */
    private static final String FAMILY = "(?:欧阳|上官|司马|诸葛|夏侯|皇甫|[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘"
            + "田董袁余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱侯邹熊孟秦尹阎薛闫段雷钱汤易武贺赖龚文])";

    /** A shorter one is in too many words. */
    private static final int NAME_CHARS_MIN = 2;

    private record Rule(Pattern pattern, String replacement, boolean announces) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement, false);
        }

        /** Its first group announces a name, its second is one. */
        static Rule name(String announced, String name) {
            return new Rule(Pattern.compile("(" + announced + ")(" + name + ")"), "$1" + HIDDEN, true);
        }

        String hide(String text, List<String> names) {
            Matcher matcher = pattern.matcher(text);
            if (announces) {
                matcher.results().map(found -> found.group(2)).forEach(names::add);
            }
            return matcher.replaceAll(replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            // addresses of mail, names in messengers
            Rule.of("[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9.-]{1,253}", HIDDEN),
            Rule.of("(?i)((?:微信|QQ|企鹅号|抖音|wechat|weixin)号?)[ ：:是为]{0,4}[A-Za-z0-9_-]{5,30}", "$1" + HIDDEN),
            // longer than any of the following
            Rule.of(DIGIT + "{12,}[Xx]?", HIDDEN),
            // resident identity, bank card, phone: written in one or in groups
            Rule.of(digits(6) + GAP + digits(8) + GAP + digits(3) + "[0-9０-９Xx]", HIDDEN),
            Rule.of(digits(4) + "(?:" + GAP + digits(4) + "){3}(?:" + GAP + DIGIT + "{1,3})?", HIDDEN),
            Rule.of("(?:[+＋]?[8８][6６]" + GAP + ")?[1１]" + digits(2) + "(?:" + GAP + digits(4) + "){2}", HIDDEN),
            Rule.of("[(（]?[0０]" + DIGIT + "{2,3}[)）]?" + GAP + DIGIT + "{7,8}", HIDDEN),
            Rule.of("[48４８][0０]{2}" + GAP + digits(3) + GAP + digits(4), HIDDEN),
            Rule.of(DIGIT + "{7,}[Xx]?", HIDDEN),
            Rule.of(HAN_DIGIT + "{7,}", HIDDEN),
            // number plates keep the place of registration
            Rule.of("([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z])[·. -]?[A-Za-z0-9]{5,6}", "$1" + HIDDEN),
            // a name after what announces one; labels that are everyday words need their colon
            Rule.name("(?:姓名|名字叫|名字是|我叫|名叫|本名)[ \\t：:是为叫]{0,4}", "[\\p{IsHan}·]{2,4}"),
            Rule.name(
                    "(?:(?:联系|报修|举报|投诉|反映|诉求|申请|负责|当事|发帖)人|业主|户主|房东|租客|患者|留言人|署名|落款)"
                            + "(?:[ \\t]{0,4}[：:][ \\t]{0,4}|是?名?叫)",
                    "[\\p{IsHan}·]{2,4}"),
            // without a colon only what can be a name and stands as one
            Rule.name(
                    "(?:我是|本人|请联系|联系人|我?(?:先生|爱人|丈夫|妻子|太太|儿子|女儿|孙子|孙女|侄[子女儿]|"
                            + "外甥女?|[堂表][哥弟姐妹]|女婿|儿媳|父亲|母亲|爸爸?|妈妈?|老公|老婆)|经理|主任|书记|队长|警官|老师|医生)[是叫]?",
                    FAMILY + "\\p{IsHan}{1,2}(?=[^\\p{IsHan}]|$|[的在住不说已把与和等家]|电话|手机|反映|态度|同志|师傅|先生|女士|您好)"),
            Rule.of("([Nn]ame(?: is|:) ?)\\p{Lu}[\\p{L}'.-]{0,30}(?: \\p{Lu}[\\p{L}'.-]{0,30}){0,2}", "$1" + HIDDEN),
            Rule.of(
                    "\\b((?:Mrs?|Ms|Miss|Dr|Prof)\\b[.]? ?)\\p{Lu}[\\p{L}'-]{0,30}(?: \\p{Lu}[\\p{L}'-]{0,30}){0,2}",
                    "$1" + HIDDEN),
            Rule.name("(?:我|免贵|本人)姓", "\\p{IsHan}{1,2}(?=[^\\p{IsHan}]|$|[住在是的])"),
            // beside a number that is hidden already
            Rule.name("(?:^|[^\\p{IsHan}]|联系|[找问请打])", FAMILY + "\\p{IsHan}{1,2}(?=[ ：:(（]{0,2}[*]{3})"),
            // addresses end at the building
            Rule.of(
                    "(?<![0-9０-９－—-])(" + DIGIT + "{1,2})[-－—#]" + DIGIT + "{3,4}(?!" + DIGIT + "|[元年米月日人户])",
                    "$1" + HIDDEN),
            Rule.of(NUMBER + "[ ]?[楼层]的?[东西南北中左右][边侧]?的?(?:户|室|[那这]?[家户])", HIDDEN),
            Rule.of("(" + DIGIT + "{1,3})[-－—]" + DIGIT + "{1,2}[-－—]" + DIGIT + "{3,4}", "$1" + HIDDEN),
            Rule.of("([栋幢座楼号])[ ]?" + NUMBER + "[ ]?单元(?:[ ]?" + ROOM + ROOM_END + ")?", "$1" + HIDDEN),
            Rule.of(NUMBER + "[ ]?单元(?:[ ]?" + ROOM + ROOM_END + ")?", HIDDEN),
            Rule.of("([栋幢座])[ ]?(?:" + HAN_COUNT + "{2,7}(?:室|号房)|" + BARE_ROOM + ROOM_END + ")", "$1" + HIDDEN),
            Rule.of(DIGIT + "{3,4}[ ]?(?:室|号房)", HIDDEN),
            Rule.of("(?:" + HAN_DIGIT + "{3,4}|" + HAN_COUNT + "*[百千]" + HAN_COUNT + "+)(?:室|号房)", HIDDEN));

    /** Letters that are drawn as nothing or turn others round; only what joins the parts of a picture sign stays. */
    private static final Pattern UNSEEN =
            Pattern.compile("(\\p{IsExtended_Pictographic}[\\uFE0F\\x{1F3FB}-\\x{1F3FF}]?\\u200D"
                    + "(?=\\p{IsExtended_Pictographic}))|[\\p{Cf}\\u115F\\u1160\\u3164\\uFFA0]");

    private PublicText() {}

    private static String visible(String words) {
        return UNSEEN.matcher(words).replaceAll("$1");
    }

    private static String digits(int count) {
        return DIGIT + "{" + count + "}";
    }

    /** @param names of people it may speak of, as they are known */
    public static String of(String words, Collection<String> names) {
        String text = visible(words);
        for (String name : names) {
            text = name.strip().length() < NAME_CHARS_MIN ? text : text.replace(name.strip(), HIDDEN);
        }
        return of(text);
    }

    public static String of(String words) {
        List<String> names = new ArrayList<>();
        String text = visible(words);
        for (Rule rule : RULES) {
            text = rule.hide(text, names);
        }
        return PersonNames.hide(text, names, HIDDEN);
    }
}
