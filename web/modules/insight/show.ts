import { currentLocale, serverNow } from '@/base'

export { percent, whole } from '@/base'

const tag = () => (currentLocale() === 'zh' ? 'zh-CN' : 'en-GB')

/** How a figure stands to the period before: a share moves by points, a number by its own share. */
export interface Change {
  text: string
  direction: 'up' | 'down' | 'same'
}

export function changeOf(value: number | null, previous: number | null, share: boolean): Change | null {
  if (value === null || previous === null || (!share && previous === 0)) return null
  const moved = share ? (value - previous) * 100 : ((value - previous) / previous) * 100
  const rounded = Math.round(moved * 10) / 10
  const unit = share ? (currentLocale() === 'zh' ? ' 个百分点' : ' pt') : '%'
  const size = Math.abs(rounded).toLocaleString(tag(), { maximumFractionDigits: 1 })
  return { text: `${size}${unit}`, direction: rounded > 0 ? 'up' : rounded < 0 ? 'down' : 'same' }
}

/** A day of the calendar as "11月23日" or "23 Nov". */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat(tag(), {
    month: currentLocale() === 'zh' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** Today by the city's clock, and a day some days before it. */
export function cityDay(daysBack = 0, now: number = serverNow()): string {
  const at = new Date(now - daysBack * 86_400_000)
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)
}
