import { describe, expect, it } from 'vitest'
import type { AreaLoad } from './api'
import { bounds, CLASSES, classOf, ranges, shownOf } from './loads'

const area = (open: number): AreaLoad => ({
  code: String(open),
  name: '',
  parentCode: null,
  households: 400,
  open,
  overdue: 0,
  perThousand: open / 0.4,
})
const areas = (...open: number[]) => open.map(area)

describe('classes of load', () => {
  it('keeps nothing apart from something', () => {
    const limits = bounds(areas(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 'open')
    expect(limits).toEqual([3, 5, 7, 9])
    expect(classOf(0, limits)).toBe(0)
    expect(classOf(1, limits)).toBe(1)
    expect(classOf(3, limits)).toBe(1)
    expect(classOf(4, limits)).toBe(2)
    expect(classOf(10, limits)).toBe(CLASSES)
  })

  it('lets the fullest glow brightest however few there are', () => {
    const limits = bounds(areas(0, 2), 'open')
    expect(limits).toEqual([])
    expect(classOf(2, limits)).toBe(CLASSES)
    expect(ranges(limits, 'open')).toEqual(['≥ 1'])
  })

  it('tells many alike from the few that have more', () => {
    const many = areas(...Array<number>(705).fill(0), ...Array<number>(124).fill(1), 2, 3, 3, 7, 9, 9, 300)
    const limits = bounds(many, 'open')
    expect(ranges(limits, 'open')).toEqual(['1', '2–3', '4–7', '8–15', '≥ 16'])
    expect([1, 2, 7, 9, 300].map(value => classOf(value, limits))).toEqual([1, 2, 3, 4, 5])
  })

  it('goes no further than the fullest', () => {
    const limits = bounds(areas(1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6), 'open')
    expect(ranges(limits, 'open')).toEqual(['1', '2–3', '≥ 4'])
  })

  it('gives few different values a class each', () => {
    expect(ranges(bounds(areas(0, 4, 4, 9, 30), 'open'), 'open')).toEqual(['1–4', '5–9', '≥ 10'])
  })

  it('doubles rates in tenths', () => {
    const rates = areas(...Array<number>(20).fill(1), 2, 3, 4, 5, 6, 40)
    expect(bounds(rates, 'perThousand')).toEqual([2.5, 5.1, 10.3, 20.7])
  })

  it('names each class without a gap', () => {
    expect(ranges([3, 5, 6], 'open')).toEqual(['1–3', '4–5', '6', '≥ 7'])
    expect(ranges([2.5], 'perThousand')).toEqual(['0.1–2.5', '≥ 2.6'])
  })
})

describe('tickets on the map', () => {
  const loads = { area: { code: '', name: '', level: 'city' }, level: 'grid', areas: areas(20, 0, 5), unplaced: 4 }

  it('tells those with a point from those with only an area', () => {
    expect(shownOf(loads, 15)).toEqual({ open: 29, points: 15, areaOnly: 14 })
    expect(shownOf(loads, 31)).toEqual({ open: 29, points: 29, areaOnly: 0 })
  })
})
