import { describe, expect, it } from 'vitest'
import type { AreaLoad } from './api'
import { bounds, CLASSES, classOf, ranges } from './loads'

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

  it('names each class without a gap', () => {
    expect(ranges([3, 5, 6], 'open')).toEqual(['1–3', '4–5', '6', '≥ 7'])
    expect(ranges([2.5], 'perThousand')).toEqual(['0.1–2.5', '≥ 2.6'])
  })
})
