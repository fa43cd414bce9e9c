import { describe, expect, it } from 'vitest'
import { gapOf, share, waitOf } from './months'

const month = { month: '2026-11-01', read: 10, alone: 4, aloneRight: 3, people: 6, guessed: 5, guessedRight: 4 }

describe('figures of a month', () => {
  it('have no share of nothing', () => {
    expect(share(0, 0)).toBeNull()
    expect(share(3, 4)).toBe(0.75)
  })

  it('tell how much surer than right the machine was', () => {
    expect(gapOf({ ...month, aloneConfidence: 0.9 })).toBe('+15.0')
    expect(gapOf({ ...month, aloneConfidence: 0.7 })).toBe('−5.0')
    expect(gapOf({ ...month, aloneConfidence: 0.75 })).toBe('0')
    expect(gapOf({ ...month, alone: 0, aloneRight: 0, aloneConfidence: null })).toBeNull()
  })

  it('tell a wait in the unit that people use', () => {
    expect(waitOf(null)).toBeNull()
    expect(waitOf(0)).toEqual({ n: '0', unit: 'minutesOf' })
    expect(waitOf(119.4)).toEqual({ n: '119', unit: 'minutesOf' })
    expect(waitOf(150)).toEqual({ n: '2.5', unit: 'hoursOf' })
    expect(waitOf(3 * 1440)).toEqual({ n: '3.0', unit: 'daysOf' })
  })
})
