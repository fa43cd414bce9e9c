package org.mulin.admission.internal;

import java.util.regex.Pattern;

/** 注册量考核: words by which a task or an app would count registrations, downloads or activity. */
final class Quotas {
    private static final Pattern COUNTED =
            Pattern.compile("(?:注册|下载|安装|激活|关注|活跃|打卡|点赞|转发|使用|绑定)(?:人)?(?:量|率|数|度)|日活|月活|扫码任务|"
                    + "(?:人均|每人|每户|每网格员).{0,6}(?:注册|下载|安装|拉新)|拉新");

    private Quotas() {}

    static boolean isIn(String words) {
        return COUNTED.matcher(words).find();
    }
}
