package org.mulin.admission.internal;

/** In what capacity someone acts on a task of a community. */
enum CommunityTaskRole {
    /** 下达单位. */
    SENDER,
    /** 承接社区. */
    COMMUNITY;

    /** Code in texts.csv. */
    String textCode() {
        return "communitytask.role." + name();
    }
}
