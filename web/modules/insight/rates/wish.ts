import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { cityDay } from '../show'
import type { RatesBy, RatesWish } from './api'

export const DIMENSIONS = ['UNIT', 'AREA', 'MATTER', 'MONTH'] as const satisfies RatesBy[]

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTHS_SHOWN = 12

/** The month of a day, or one some months before it, whole; the present one as far as it has come. */
export function monthOf(today: string, back = 0): { from: string; to: string } {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() - back)
  const last = new Date(first)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  const to = last.toISOString().slice(0, 10)
  return { from: first.toISOString().slice(0, 10), to: to < today ? to : today }
}

/** Month by month, a single month says nothing: then the year up to the last day. */
export function yearUpTo(to: string): string {
  return monthOf(to, MONTHS_SHOWN - 1).from
}

/** What an address asks for; by default the units of this month. */
export function wishOf(query: LocationQuery, today = cityDay()): RatesWish {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined)
  const day = (name: string) => (DAY.test(text(name) ?? '') ? text(name) : undefined)
  const month = monthOf(today)
  return {
    area: text('area'),
    from: day('from') ?? month.from,
    to: day('to') ?? month.to,
    by: DIMENSIONS.find(one => one === text('by')) ?? 'UNIT',
    kind: text('kind'),
    q: text('q'),
  }
}

export function queryOf(wish: RatesWish): LocationQueryRaw {
  return Object.fromEntries(
    Object.entries(wish).filter(([name, value]) => value && !(name === 'by' && value === 'UNIT')),
  )
}
