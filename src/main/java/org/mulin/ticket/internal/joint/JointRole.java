package org.mulin.ticket.internal.joint;

/** In what capacity somebody acts in a whistle. */
enum JointRole {
    /** 系统. */
    SYSTEM,
    /** 召集单位. */
    CONVENER,
    /** 应哨部门: of the unit that is called. */
    DEPARTMENT,
    /** 复核人: of the street or above, and neither of the unit that is called nor of the convener. */
    REVIEWER;

    /** Code in texts.csv. */
    String textCode() {
        return "joint.role." + name();
    }
}
