import type { AreaLoad } from './api'

export type Measure = 'open' | 'overdue' | 'perThousand'
export const MEASURES: Measure[] = ['open', 'overdue', 'perThousand']
export const CLASSES = 5

export const measured = (area: AreaLoad, measure: Measure): number => area[measure] ?? 0

/**
 * Upper bounds of the lower classes, so that about as many areas with something to do fall into each; whole numbers
 * where the measure counts tickets. Class 0 is nothing at all.
 */
export function bounds(areas: readonly AreaLoad[], measure: Measure): number[] {
  const values = areas.map(area => measured(area, measure)).filter(value => value > 0)
  values.sort((one, other) => one - other)
  const step = measure === 'perThousand' ? 10 : 1
  const found: number[] = []
  for (let part = 1; part < CLASSES; part++) {
    const value = values[Math.floor((values.length * part) / CLASSES)]
    if (value === undefined) break
    const bound = Math.ceil(value * step) / step
    if (bound > (found.at(-1) ?? 0) && bound < (values.at(-1) ?? 0)) found.push(bound)
  }
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
