package org.mulin.access.internal;

import java.util.regex.Pattern;

/** 手机号码: eleven digits; the unassigned prefix 129 is for invented people. */
final class PhoneNumbers {
    private static final Pattern MOBILE = Pattern.compile("1[2-9]\\d{9}");

    private PhoneNumbers() {}

    static boolean isMobile(String phone) {
        return MOBILE.matcher(phone).matches();
    }
}
