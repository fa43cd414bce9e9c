import { expect, test } from 'vitest'
import { monthOf, queryOf, wishOf, yearUpTo } from './wish'

test('a month is whole, the present one as far as it has come', () => {
  expect(monthOf('2026-11-29')).toEqual({ from: '2026-11-01', to: '2026-11-29' })
  expect(monthOf('2026-11-29', 1)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  expect(monthOf('2026-03-31', 1)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(monthOf('2026-01-05', 2)).toEqual({ from: '2025-11-01', to: '2025-11-30' })
})

test('twelve months end with the last day', () => {
  expect(yearUpTo('2026-11-29')).toBe('2025-12-01')
})

test('an address says what is compared, and says it again', () => {
  const wish = wishOf({ by: 'AREA', kind: 'street', from: '2026-10-01', to: '2026-10-31', area: '3605' })
  expect(wish).toEqual({
    area: '3605',
    from: '2026-10-01',
    to: '2026-10-31',
    by: 'AREA',
    kind: 'street',
    q: undefined,
  })
  expect(wishOf(queryOf(wish) as Record<string, string>)).toEqual(wish)
})

test('what an address does not know is not taken from it', () => {
  expect(wishOf({ by: 'STAR', from: '1 May' }, '2026-11-29')).toMatchObject({ by: 'UNIT', from: '2026-11-01' })
})
