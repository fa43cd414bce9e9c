package org.mulin.grid.internal;

/** What this module asks of those who come. */
final class GridRights {
    /** 下达: gives tasks to the grids of the post's area and takes them back. */
    static final String ASSIGN = "grid:assign";
    /** 作业: does the tasks of the own grid. */
    static final String WORK = "grid:work";

    private GridRights() {}
}
