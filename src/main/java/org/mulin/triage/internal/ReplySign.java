package org.mulin.triage.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phrases of official replies in Chinese, by what they tell. All gaps are bounded, so that a long text takes no more
 * than its length.
 */
enum ReplySign {
    /** An act that changes something about the matter: put right, ordered, fined, agreed, paid. */
    ACT("整修|检修|排除了|排除故障|修剪|停产|换新|去除|移除|限期(整改|改正)|整改督办|督办函|"
            + "解决了|维修处理|已为[你您]办理|完成(了)?(整改|维修|修复|治理)|"
            + "督促.{0,20}(协商|处理|完成)|责成.{0,20}(整改|处理|重视)|整治效果|查处(?!的)|改造完成|"
            + "责令|勒令|罚款|处罚决定|行政处罚|拆除|清理|清除|清运|清扫|维修到|维修好|修复|更换|"
            + "整改到位|进行了?整改|已.{0,8}整改|整改通知|整改指令|整改意见|停办|约谈|批评|训诫|"
            + "训戒|劝导|劝离|立案|取缔|查处|查封|扣押|暂扣|没收|退还|退回|补齐|补发|补缴到|关停|"
            + "叫停|停业|停工|停止派单|停止(了)?.{0,6}(建设|施工|经营|办学|教学|使用)|"
            + "达成(了)?(一致|协议|共识)|协商一致|遣散|抓获|拘留|查扣|封闭|封堵|疏通|消毒|检讨|反省|"
            + "已经?(得到|妥善)?解决|得到(妥善)?解决|事情已经解决|处理到位|办理完毕|已办结|"
            + "进行(了)?(处罚|处理(?!情)|整治|教育|清查|突袭|沟通)|通知书|"
            + "采取了?.{0,10}(隔离|围挡|措施)|督促.{0,16}(整改|维修|清理)|"
            + "要求.{0,16}(整改|停工|停止|维修|改正|降低|规范)|召开.{0,8}(协调会|整改会)|保证书|"
            + "写出|取消.{0,8}资格|通报|培训教育|进行了?改正|已.{0,8}改正|改正到位"),

    /** The name of a paper that orders something: handing it over is an act. */
    ORDER(".{0,30}(责令|整改|违法|停工|停业|限期|处罚).{0,12}(书|函|单|令)"),

    /** An act that changes something only together with others. */
    SMALL_ACT("安装|开通|增设|加装|完工|竣工|硬化|施划|更新|调整|发放|拨付|到账|恢复|建成|召开|座谈|"
            + "宣传|巡逻|巡查|排查|摸排|调水|送水|限水|协调|告知|联系(?!方式|电话|人|我|街道|社区)|"
            + "沟通|走访|保证(不|将不|晚)|答应"),

    /** Said of what has happened. */
    DONE("已|当即|当场|立即|立刻|迅速|现场|先后|多次|了|\\d+月\\d+日.{3}|截至|"
            + "目前.{0,10}(已|完)|接到.{0,12}(投诉|反映|留言|信)|均|到位|责令|"
            + "经.{0,6}(协调|协商|督促)"),

    /** Said of what is to come. */
    TO_COME("即将|将会|(列入|纳入).{0,14}(计划|规划|项目|范围)|正(处|按|由|逐|抓)|"
            + "(?<![麻现并已时就均即再及其便件部])将(?!军|近|其|该|此|您|情况|相关情|有关情|贵|原|本|所|信|帖|上述|现|桌椅)|"
            + "拟(?!定|制)|计划(?!生育)|准备|尽快|尽早|争取|力争|力求|预计|有望|"
            + "待.{1,20}(后|再|完成)|下一?步|下一?阶段|今后|以后|后续|届时|近期会|逐步|"
            + "会(尽|及时|进一步|继续|加|考虑|组织|陆续)|进一步|正在|正积极|即可|承诺|申请立项|"
            + "已上报|报请|申报|提交了?.{0,6}申请|正式启动|着手|还在|研究斟酌|论证研究|考虑"),

    /** What offices say they will go on doing anyway: no promise about this matter. */
    GENERAL("加强|加大|继续(?!推进|争取|申报)|关注|努力|一如既往|严格|严厉|确保|监管|打击|杜绝|" + "巡查|^(下一?步|下一?阶段|今后|以后|后续|届时|近期)$|听取"),

    /** Negations, conditions, rules: no act is reported. */
    NOT_SO("未(发现|见|能|曾|留|提供|办理|取得|经|按|列入|收到|向|启动)|没有|无法|不存在|不予|"
            + "不宜|不属|并非|尚未|暂未|暂不|如果|如您|如有|如发现|如再|若|一旦|一经|凡|应当|应由|"
            + "可以|可向|可到|请您|请到|不得|规定|根据《|按照|条例|办法》|第.{1,5}条|至今|欢迎|"
            + "发现.{0,8}及时"),

    /** Rules, reasons, ways to go. */
    REASON("规定|条例|办法|政策|根据|按照|依据|文件|标准|条件|流程|程序|材料|资料|凭|须|可以|"
            + "可到|请到|请咨询|建议您|咨询|属于|不属|不存在|原因|由于|因此|无法|符合|规划|电话|"
            + "户口|申请"),

    /** It was handed on. */
    FORWARDED("转交|转至|转给|已转|交办|转入|转相关|转有关|反馈至"),

    /** In the words of whoever asked: knowledge is wanted, not an act. */
    QUESTION("咨询|请问|问问|是否|什么时候|何时|多久|吗|怎么|如何|[?？]"),

    /** Salutation, thanks, telephone numbers. */
    COURTESY("感谢|谢谢|收悉|知悉|获悉|已阅|您好|你好|祝您|尊敬的|欢迎|特此|此复|网友|答复如下|" + "回复如下|敬请|理解与支持|理解和支持|联系电话|咨询电话|致电|不满意"),

    /** A clause that is nothing but this says nothing: dates, headings, the rest of a courtesy. */
    TAIL(".{0,20}?\\d*年\\d+月\\d+日|\\d+月\\d+日|"
            + "(理解|监督|关心|支持)(与|和|、)?(监督|支持|理解)?|"
            + "[一二三四五六七八九十\\d]{1,2}[.．]?|经?(调查|核实|了解|查|现场)+(了解|核实)?|首先|"
            + "同时|目前|在此|另外"),

    /** Names what the reply is about, in the words of whoever asked. */
    ABOUT("调查处理(?:情况)?|处理情况|办理情况|关于.{0,40}?(?:问题|帖|信|件|事)|" + "反映的?.{0,30}?(?:问题|情况)|投诉.{0,20}问题");

    private final Pattern pattern;

    ReplySign(String phrases) {
        pattern = Pattern.compile(phrases);
    }

    boolean isIn(String words) {
        return pattern.matcher(words).find();
    }

    /** Whether the words are nothing else. */
    boolean isAllOf(String words) {
        return pattern.matcher(words).matches();
    }

    String removedFrom(String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.replaceAll("");
    }
}
