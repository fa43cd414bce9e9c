import { currentLocale, serverNow } from '@/base'

/** A calendar day as people say it: 11月26日 周四. */
export function dayText(day: string): string {
  const format = new Intl.DateTimeFormat(currentLocale() === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    month: currentLocale() === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** Today's day of the legal time, some days on: 2026-11-26. */
export const dayFromNow = (days: number, now: number = serverNow()): string =>
  new Date(now + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
