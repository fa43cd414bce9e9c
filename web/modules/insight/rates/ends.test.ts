import { describe, expect, it } from 'vitest'
import { endsOf } from './ends'

const order = (...groups: number[]) => groups.map((group, i) => ({ code: `u${i + 1}`, rank: i + 1, group }))
const codes = (lines: { code: string }[]) => lines.map(line => line.code).join(' ')

describe('the ends of an order', () => {
  it('shows both ends where no group reaches from one to the other', () => {
    const lines = order(1, 1, 2, 2, 2, 3)
    const ends = endsOf(lines, lines, 2)
    expect(codes(ends.first)).toBe('u1 u2')
    expect(codes(ends.last)).toBe('u6 u5')
    expect(ends.spanning).toEqual([])
  })

  it('sets nobody of a group that stands at both ends against another of it', () => {
    const lines = order(1, 2, 2, 2, 2, 3)
    const ends = endsOf(lines, lines, 2)
    expect(codes(ends.first)).toBe('u1')
    expect(codes(ends.last)).toBe('u6')
    expect(ends.spanning).toEqual([2])
  })

  it('names nobody twice where both ends overlap, and nobody at all in a single group', () => {
    const lines = order(1, 1, 1)
    expect(endsOf(lines, lines, 2)).toEqual({ first: [], last: [], spanning: [1] })
  })

  it('has one list only where the order is short, and leaves out who has no rank', () => {
    const lines = [...order(1, 1), { code: 'x', rank: null, group: null }]
    const ends = endsOf(lines, lines, 2)
    expect(codes(ends.first)).toBe('u1 u2')
    expect(ends.last).toEqual([])
  })
})
