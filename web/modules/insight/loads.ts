import type { AreaLoad, LoadMap } from './api'

export type Measure = 'open' | 'overdue' | 'perThousand'
export const MEASURES: Measure[] = ['open', 'overdue', 'perThousand']
export const CLASSES = 5

export const measured = (area: AreaLoad, measure: Measure): number => area[measure] ?? 0

/** How many tickets of the map are open, have a point, and have only an area. */
export function shownOf(loads: LoadMap, placed: number): { open: number; points: number; areaOnly: number } {
  const open = loads.areas.reduce((sum, area) => sum + area.open, loads.unplaced)
  // the two answers are a moment apart
  const points = Math.min(placed, open)
  return { open, points, areaOnly: open - points }
}

/** Whole numbers where the measure counts tickets, tenths where it is a rate. */
const STEPS: Record<Measure, number> = { open: 1, overdue: 1, perThousand: 10 }

/**
 * Upper bounds of the lower classes; class 0 is nothing at all. Few different values have a class each. Else about as
 * many areas with something to do fall into each class; where most areas are alike, so that no such bounds can be found,
 * each class goes twice as far as the one before: 1, 2–3, 4–7, 8–15, from 16.
 */
export function bounds(areas: readonly AreaLoad[], measure: Measure): number[] {
  const step = STEPS[measure]
  const values = areas
    .map(area => Math.ceil(measured(area, measure) * step) / step)
    .filter(value => value > 0)
    .sort((one, other) => one - other)
  const different = [...new Set(values)]
  if (different.length <= CLASSES) return different.slice(0, -1)
  const parts = Array.from({ length: CLASSES - 1 }, (_, at) => Math.floor((values.length * (at + 1)) / CLASSES))
  const equal = [...new Set(parts.map(at => values[at] ?? 0))].filter(bound => bound < (values.at(-1) ?? 0))
  return equal.length === CLASSES - 1 ? equal : doubling(values[0] ?? 0, values.at(-1) ?? 0, step)
}

function doubling(least: number, most: number, step: number): number[] {
  const found: number[] = []
  for (let bound = least; found.length < CLASSES - 1 && bound < most; bound = 2 * bound + 1 / step)
    found.push(Math.round(bound * step) / step)
  return found
}

/** 0: nothing to do; then 1 for up to the first bound, and so on; what is above the last always glows brightest. */
export function classOf(value: number, limits: readonly number[]): number {
  if (value <= 0) return 0
  const found = limits.findIndex(limit => value <= limit)
  return found < 0 ? CLASSES : found + 1
}

/** Each class in words: "1–4", "5–9", "≥ 10". */
export function ranges(limits: readonly number[], measure: Measure): string[] {
  const step = measure === 'perThousand' ? 0.1 : 1
  const text = (value: number) => (measure === 'perThousand' ? value.toFixed(1) : String(value))
  const all: string[] = []
  let low = step
  for (const limit of limits) {
    all.push(low >= limit ? text(limit) : `${text(low)}–${text(limit)}`)
    low = limit + step
  }
  all.push(`≥ ${text(low)}`)
  return all
}
