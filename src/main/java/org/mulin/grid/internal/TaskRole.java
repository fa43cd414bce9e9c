package org.mulin.grid.internal;

/** In what capacity someone acts on a task. */
enum TaskRole {
    /** 下达人: may assign in the area of the unit that gave the task. */
    ASSIGNER,
    /** 网格员: of a grid that has the task. */
    WORKER;

    /** Code in texts.csv. */
    String textCode() {
        return "grid.role." + name();
    }
}
