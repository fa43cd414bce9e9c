import { describe, expect, it } from 'vitest'
import { endOfDay, fromField, shortDateTime, spanText, spanTo, startOfDay, toField } from './dates'

describe('dates', () => {
  it('shows the legal time of China wherever the reader is', () => {
    expect(shortDateTime('2026-11-23T09:30:00Z')).toBe('11/23 17:30')
  })

  it('takes a day from its first to its last moment', () => {
    expect(new Date(startOfDay('2026-11-23')).toISOString()).toBe('2026-11-22T16:00:00.000Z')
    expect(new Date(endOfDay('2026-11-23')).toISOString()).toBe('2026-11-23T15:59:59.999Z')
  })

  it('fills a field for date and time in the legal time, and reads it back', () => {
    expect(toField('2026-11-23T09:30:00Z')).toBe('2026-11-23T17:30')
    expect(fromField('2026-11-23T17:30')).toBe('2026-11-23T09:30:00.000Z')
  })

  it.each([
    ['2026-11-25T12:00:00Z', false, '2天3小时'],
    ['2026-11-23T09:20:00Z', false, '20分钟'],
    ['2026-11-23T08:59:30Z', true, '1分钟'],
    ['2026-11-20T09:00:00Z', true, '3天'],
  ])('reads %s as late %s by %s', (moment, late, text) => {
    const span = spanTo(moment, Date.parse('2026-11-23T09:00:00Z'))
    expect(span.late).toBe(late)
    expect(spanText(span)).toBe(text)
  })
})
