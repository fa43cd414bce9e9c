import { describe, expect, it } from 'vitest'
import type { Suggestion } from './deskApi'
import { keyOf, percentOf, takenBy } from './guesses'

const guess = (matterCode: string, probability: number): Suggestion =>
  ({ matterCode, name: matterCode, probability }) as Suggestion

it('says how sure it is, and nothing where no word speaks for it', () => {
  expect([0.853, 0.004, 0].map(percentOf)).toEqual(['85%', '<1%', ''])
})

describe('keys of suggestions', () => {
  const all = [guess('lamp', 0.6), guess('noise', 0.009), guess('water', 0.01)]

  it('gives none to a mere possibility', () => {
    expect(all.map(one => keyOf(all, one))).toEqual([1, undefined, 2])
  })

  it('gives one to what the returning unit names, however little the words say so', () => {
    const cited = { ...guess('manhole', 0), cited: true }
    expect(keyOf([cited, ...all], cited)).toBe(1)
    expect(takenBy([cited, ...all], 2)?.matterCode).toBe('lamp')
  })

  it('takes what the key beside it says', () => {
    expect([1, 2, 3].map(key => takenBy(all, key)?.matterCode)).toEqual(['lamp', 'water', undefined])
    expect(takenBy([guess('noise', 0.002)], 1)).toBeUndefined()
  })
})
