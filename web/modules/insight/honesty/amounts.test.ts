import { expect, test } from 'vitest'
import { amountOf } from './amounts'

const say = (key: string, named: Record<string, unknown>) => `${key.split('.').pop()} ${String(named.n)}`

test('amounts are told in the unit that a reader expects', () => {
  expect(amountOf('COPIED_REPLY', 0.9, say)).toBe('share 90%')
  expect(amountOf('PHOTO_OLD', 30, say)).toBe('hours 30')
  expect(amountOf('PHOTO_OLD', 240, say)).toBe('days 10')
  expect(amountOf('PHOTO_FAR', 900, say)).toBe('metres 900')
  expect(amountOf('PHOTO_FAR', 3300, say)).toBe('kilometres 3.3')
  expect(amountOf('LAST_MINUTE', 45, say)).toBe('seconds 45')
  expect(amountOf('LAST_MINUTE', 300, say)).toBe('minutes 5')
  expect(amountOf('PHOTO_REUSED', 3, say)).toBe('3')
  expect(amountOf('PROMISE_ONLY', null, say)).toBe('')
})
