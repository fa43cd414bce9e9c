import { whole } from '../show'
import type { Signal } from './api'

type Say = (key: string, named: Record<string, unknown>) => string

const DAY_h = 24
const DAYS_FROM_h = 72
const KM_m = 1000
const MINUTE_s = 60
const MINUTES_FROM_s = 120

/** How much a signal says, in the unit that a reader expects; empty where it knows no degrees. */
export function amountOf(signal: Signal, amount: number | null | undefined, t: Say): string {
  if (amount === null || amount === undefined) return ''
  switch (signal) {
    case 'COPIED_REPLY':
      return t('honesty.share', { n: `${whole(Math.round(amount * 100))}%` })
    case 'PHOTO_OLD':
      return amount < DAYS_FROM_h
        ? t('honesty.hours', { n: whole(amount), count: amount })
        : t('honesty.days', { n: whole(Math.round(amount / DAY_h)), count: Math.round(amount / DAY_h) })
    case 'PHOTO_FAR':
      return amount < KM_m
        ? t('honesty.metres', { n: whole(amount) })
        : t('honesty.kilometres', { n: whole(Math.round(amount / 100) / 10) })
    case 'LAST_MINUTE':
      return amount < MINUTES_FROM_s
        ? t('honesty.seconds', { n: whole(amount) })
        : t('honesty.minutes', { n: whole(Math.round(amount / MINUTE_s)) })
    default:
      return whole(amount)
  }
}
