package org.mulin.policy;

/** The four kinds of time that limits are counted in; {@code suffix} is how a pack writes them. */
public enum LimitUnit {
    /** 紧急工作时: hours around the clock. */
    URGENT_HOUR("h", "紧急工作时"),
    /** 工作时: hours within office hours of working days. */
    WORKING_HOUR("wh", "工作时"),
    /** 工作日: working days by the holiday calendar. */
    WORKING_DAY("wd", "工作日"),
    /** 自然日: calendar days. */
    NATURAL_DAY("d", "自然日");

    private final String suffix;
    private final String chinese;

    LimitUnit(String suffix, String chinese) {
        this.suffix = suffix;
        this.chinese = chinese;
    }

    public String suffix() {
        return suffix;
    }

    public String chinese() {
        return chinese;
    }
}
