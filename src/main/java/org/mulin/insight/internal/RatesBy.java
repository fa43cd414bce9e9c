package org.mulin.insight.internal;

/** 比较维度: what is compared. */
enum RatesBy {
    /** 按单位 units of one kind */
    UNIT,
    /** 按辖区 areas of one level */
    AREA,
    /** 按事项 */
    MATTER,
    /** 按月 one after the other, not ranked */
    MONTH
}
