package org.mulin.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that stand beside names of people, and those that stand behind names of places. */
final class NameCues {
    static final double SURE = 4;
    private static final double FAINT = 1;
    /** The longest of them with what may stand between it and the name. */
    private static final int CHARS_MAX = 8;

    private static final String TITLES = "老人家?|大[爷妈叔伯娘姐哥]|阿姨|先生|女士|小姐|师傅|医生|大夫|护士|老师|教授|同志|同学|教练"
            + "|副?(?:书记|主任|经理|[局队科所处校院镇乡村市县区厅省部站会组店]长|董事长|主席|总)|总经理|老板娘?|律师|警官|法官|干部"
            + "|叔叔?|伯伯|奶奶|爷爷|婆婆?|爹|姐|哥|嫂";
    private static final String KIN =
            "孙子|孙女|侄[子女儿]|外甥女?|[堂表][哥弟姐妹]|女婿|儿媳|妈妈?|爸爸?|母亲|父亲|老婆|老公|妻子|丈夫|爱人|儿子|女儿|孩子|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶"
                    + "|外公|外婆|岳父|岳母|公公|婆婆|家属|家人|邻居|同事|朋友";
    private static final String ROLES = "业主|楼上|楼下|隔壁|对门|对面|住户|户主|房东|租客|租户|物业|姓名|名字|本人|住着|住的|保安|保洁"
            + "|门卫|管家|司机|村民|居民|学生|患者|病人|老人|法人|代表人?|负责人|当事人|联系人|举报人|投诉人|被告|原告|嫌疑人"
            + "|工人|员工|民警|警察|网格员|工作人员|店主|包工头|中介|销售|客服|名叫|叫做?|姓";

    private static final Pattern TITLE = Pattern.compile(TITLES);
    private static final Pattern AFTER =
            Pattern.compile(TITLES + "|(?:的|他|她)?(?:" + KIN + ")|夫妻|夫妇|两口子|一家|本人|家里|家(?![庭电具装政校长])|的?(?:电话|手机)|身份证");
    private static final Pattern FAINTLY_AFTER =
            Pattern.compile("[的说称在等把和与及也打骂又就还却没将已从去来不、，。！？；：（()）,:\\s]|反映|态度|天天|经常|$");
    private static final Pattern BEFORE =
            Pattern.compile("(?:" + TITLES + "|" + KIN + "|" + ROLES + ")(?:[：:，,、“‘\"（(\\s]|名?叫|是|为|的)?$");
    private static final Pattern FAINTLY_BEFORE = Pattern.compile("(?:[找给向被由让问请和与跟帮及是“：:（(、，。！？；\\s]|^)$");
    private static final Pattern PLACE_BEFORE = Pattern.compile("[市县区镇乡村]$");
    private static final Pattern NICKNAME = Pattern.compile("(?:" + KIN + "|" + ROLES + ")的?[老小]$");
    private static final Pattern PLACE_AFTER = Pattern.compile("[路街村镇乡县市区桥湾冲岭坪塘组巷弄苑园府城馆站厂寺庙祠山湖河江洲岛坝井屋垸坳垅店楼栋广](?!长)"
            + "|[东西南北][路街站]|[一二三四五六七八九十]中|教育|实业|置业|地产|国际|项目|物业|世纪|新城|星城|家园|花园|雅苑|小区|社区"
            + "|大道|大桥|大厦|大院|[中小大]学(?!生)|学校|幼儿园|医院|院子|公[司寓园]|集团|商[场业]|超市|酒店|新村|家[桥村湾冲塘园岭坪河坡屋嘴庄]");

    private NameCues() {}

    static double before(String text, int at) {
        String left = text.substring(Math.max(0, at - CHARS_MAX), at);
        double weight = BEFORE.matcher(left).find()
                ? SURE
                : FAINTLY_BEFORE.matcher(left).find() ? FAINT : 0;
        return PLACE_BEFORE.matcher(left).find() ? weight - FAINT : weight;
    }

    static double after(String text, int at) {
        return begins(AFTER, text, at) ? SURE : begins(FAINTLY_AFTER, text, at) ? FAINT : 0;
    }

    static boolean isTitle(String text, int at) {
        return begins(TITLE, text, at);
    }

    static boolean isPlace(String text, int at) {
        return begins(PLACE_AFTER, text, at);
    }

    /** "隔壁老" before a family name. */
    static boolean isNickname(String text, int at) {
        return NICKNAME.matcher(text.substring(Math.max(0, at - CHARS_MAX), at)).find();
    }

    private static boolean begins(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.useTransparentBounds(true).lookingAt();
    }
}
