package org.mulin.policy;

/** The four kinds of time that limits are counted in; {@code suffix} is how a pack writes them. */
public enum LimitUnit {
    /** 紧急工作时: hours around the clock. */
    URGENT_HOUR("h"),
    /** 工作时: hours within office hours of working days. */
    WORKING_HOUR("wh"),
    /** 工作日: working days by the holiday calendar. */
    WORKING_DAY("wd"),
    /** 自然日: calendar days. */
    NATURAL_DAY("d");

    private final String suffix;

    LimitUnit(String suffix) {
        this.suffix = suffix;
    }

    public String suffix() {
        return suffix;
    }
}
