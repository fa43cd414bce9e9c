import { describe, expect, it } from 'vitest'
import { officeTime, share } from './shift'

describe('office time', () => {
  it.each([
    [0, 'minutes', 0],
    [-59, 'minutes', 59],
    [60, 'hours', 1],
    [-450, 'hours', 7.5],
    [2250, 'hours', 37.5],
  ])('%i minutes', (minutes, unit, n) => expect(officeTime(minutes)).toEqual({ unit, n }))
})

describe('share', () => {
  it.each([
    [0, 0, false, 0],
    [0, 0, true, 100],
    [999, 1000, false, 99],
    [1000, 1000, false, 99],
    [1000, 1000, true, 100],
  ])('%i of %i, over: %s', (read, total, over, percent) => expect(share(read, total, over)).toBe(percent))
})
