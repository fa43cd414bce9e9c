package org.mulin.admission.internal;

/** In what capacity someone acts on a request for admission. */
enum AdmissionRole {
    /** 申请单位. */
    APPLICANT,
    /** 社区: one that was asked. */
    COMMUNITY,
    /** 街道: in which all the communities lie. */
    STREET,
    /** 区县（市）: has the whole area in reach. */
    COUNTY,
    /** 系统: by the clock. */
    SYSTEM;

    /** Code in texts.csv. */
    String textCode() {
        return "admission.role." + name();
    }
}
