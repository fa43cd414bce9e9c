import { describe, expect, it } from 'vitest'
import { listAddress } from './links'
import { changeOf, cityDay, percent } from './show'

describe('figures in words', () => {
  it('says nothing where nothing was counted', () => {
    expect(percent(null)).toBe('—')
    expect(percent(1)).toBe('100%')
    expect(percent(0.9812)).toBe('98.1%')
  })

  it('compares shares by points and numbers by their share', () => {
    expect(changeOf(0.95, 0.9, true)).toEqual({ text: '5 个百分点', direction: 'up' })
    expect(changeOf(80, 100, false)).toEqual({ text: '20%', direction: 'down' })
    expect(changeOf(5, 0, false)).toBeNull()
    expect(changeOf(null, 0.5, true)).toBeNull()
  })

  it('lives by the day of the city, not of the device', () => {
    expect(cityDay(0, Date.parse('2026-11-22T17:00:00Z'))).toBe('2026-11-23')
    expect(cityDay(29, Date.parse('2026-11-22T17:00:00Z'))).toBe('2026-10-25')
  })

  it('links to the very list that a figure counts', () => {
    const list = {
      area: '3605',
      set: 'SOLVED',
      from: '2026-11-01',
      to: '2026-11-30',
      unit: null,
      matter: 'noise',
      channel: null,
    } as const
    expect(listAddress(list)).toBe(
      '/desk/queue?queue=all&area=3605&matter=noise&set=SOLVED&from=2026-11-01&to=2026-11-30',
    )
  })
})
