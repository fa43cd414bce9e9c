import { dayFromNow } from '@/grid'
import { fits } from '@/base'
import { MOST, type AdmissionRequest, type Terms } from './api'

const YEAR = 365

/** An empty form. */
export const newTerms = (): Terms => ({
  kind: 'SERVICE',
  title: '',
  about: '',
  basis: '',
  times: 1,
  per: 'MONTH',
  hours: 2,
  moneyYuan: 0,
  people: 0,
  facilities: '',
  costYuan: null,
  overlaps: [],
  overlapReason: null,
  counted: false,
  from: dayFromNow(0),
  to: dayFromNow(YEAR),
})

/** The terms of a request, to be made less. */
export function termsOf({ terms }: AdmissionRequest): Terms {
  const { hoursInAYear: _, ...asked } = terms
  return { ...asked, counted: false }
}

const number = (value: unknown) => typeof value === 'number' && Number.isFinite(value)

export const isComplete = (terms: Terms): boolean =>
  fits(terms.title, MOST.title) &&
  fits(terms.about, MOST.about) &&
  fits(terms.basis, MOST.basis) &&
  terms.facilities.length <= MOST.facilities &&
  [terms.times, terms.hours, terms.moneyYuan, terms.people].every(number) &&
  terms.from !== '' &&
  terms.to !== ''

/** What the contract takes: an empty number is no number. */
export const sendable = (terms: Terms): Terms => ({
  ...terms,
  title: terms.title.trim(),
  costYuan: number(terms.costYuan) ? terms.costYuan : null,
  overlapReason: terms.overlapReason?.trim() || null,
})
