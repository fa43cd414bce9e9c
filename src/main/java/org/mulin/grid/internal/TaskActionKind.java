package org.mulin.grid.internal;

/** What can be done to a task. */
enum TaskActionKind {
    /** 下达. */
    ASSIGN,
    /** 完成: one grid reports its share done. */
    FINISH,
    /** 收回. */
    WITHDRAW;

    /** Code in texts.csv. */
    String textCode() {
        return "grid.action." + name();
    }
}
