import { currentLocale } from './locale'
import { serverNow } from './now'

/** All of China keeps one legal time, wherever the reader's device is. */
const LEGAL_TIME = 'Asia/Shanghai'
const MINUTE_ms = 60_000
const HOUR_ms = 60 * MINUTE_ms
const DAY_ms = 24 * HOUR_ms

const tag = () => (currentLocale() === 'zh' ? 'zh-CN' : 'en-GB')
type Moment = string | null | undefined

export function dateTime(moment: Moment): string {
  if (!moment) return '—'
  const format = new Intl.DateTimeFormat(tag(), {
    timeZone: LEGAL_TIME,
    year: 'numeric',
    month: currentLocale() === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return format.format(new Date(moment))
}

export function shortDateTime(moment: Moment): string {
  if (!moment) return '—'
  const format = new Intl.DateTimeFormat(tag(), {
    timeZone: LEGAL_TIME,
    // 11/05 is read both ways in English: there the month has its name.
    month: currentLocale() === 'zh' ? '2-digit' : 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return format.format(new Date(moment))
}

/** "11月3日", "3 Nov": the day alone; with its year when that is another. Takes a moment or a plain date. */
export function day(moment: Moment): string {
  if (!moment) return '—'
  const date = new Date(moment)
  const year = (of: Date) => new Intl.DateTimeFormat('en', { timeZone: LEGAL_TIME, year: 'numeric' }).format(of)
  const format = new Intl.DateTimeFormat(tag(), {
    timeZone: LEGAL_TIME,
    ...(year(date) === year(new Date(serverNow())) ? {} : { year: 'numeric' }),
    month: currentLocale() === 'zh' ? 'long' : 'short',
    day: 'numeric',
  })
  return format.format(date)
}

/** The moments at which a calendar day of the legal time begins and ends. */
export const startOfDay = (day: string) => `${day}T00:00:00+08:00`
export const endOfDay = (day: string) => `${day}T23:59:59.999+08:00`

/** A moment as a field for date and time holds it, in the legal time, and back. */
export const toField = (moment: string): string =>
  new Date(moment).toLocaleString('sv-SE', { timeZone: LEGAL_TIME }).slice(0, 16).replace(' ', 'T')
export const fromField = (field: string): string => new Date(`${field}:00+08:00`).toISOString()

export interface Span {
  late: boolean
  days: number
  hours: number
  minutes: number
}

/** The time from now to a deadline, or since it. */
export function spanTo(moment: string, now: number = serverNow()): Span {
  const away_ms = new Date(moment).getTime() - now
  const size_ms = Math.abs(away_ms)
  return {
    late: away_ms < 0,
    days: Math.floor(size_ms / DAY_ms),
    hours: Math.floor((size_ms % DAY_ms) / HOUR_ms),
    minutes: Math.floor((size_ms % HOUR_ms) / MINUTE_ms),
  }
}

/** "2天3小时", "3小时20分", "20分": the two largest parts are enough to act on. */
export function spanText(span: Span): string {
  const zh = currentLocale() === 'zh'
  const [day, hour, minute] = zh ? ['天', '小时', '分钟'] : [' d ', ' h ', ' min']
  if (span.days > 0) return `${span.days}${day}${span.hours > 0 ? `${span.hours}${hour}` : ''}`.trim()
  if (span.hours > 0) return `${span.hours}${hour}${span.minutes > 0 ? `${span.minutes}${minute}` : ''}`.trim()
  return `${Math.max(span.minutes, 1)}${minute}`.trim()
}
