import { currentLocale } from '@/base'
import type { PrecisionMonth } from './api'

const MINUTES_PER_HOUR = 60
const HOURS_PER_DAY = 24

/** A part of a whole; nothing to divide has no share. */
export const share = (part: number, all: number): number | null => (all ? part / all : null)

/** By how many points the machine was surer than right where it dispatched alone, with its sign. */
export function gapOf(month: PrecisionMonth): string | null {
  const right = share(month.aloneRight, month.alone)
  if (right === null || month.aloneConfidence == null) return null
  const points = Math.round((month.aloneConfidence - right) * 1000) / 10
  return points > 0 ? `+${points.toFixed(1)}` : points < 0 ? `−${Math.abs(points).toFixed(1)}` : '0'
}

/** Minutes in the unit in which people say such a time. */
export function waitOf(
  minutes: number | null | undefined,
): { n: string; unit: 'minutesOf' | 'hoursOf' | 'daysOf' } | null {
  if (minutes == null) return null
  if (minutes < 2 * MINUTES_PER_HOUR) return { n: minutes.toFixed(0), unit: 'minutesOf' }
  const hours = minutes / MINUTES_PER_HOUR
  if (hours < 2 * HOURS_PER_DAY) return { n: hours.toFixed(1), unit: 'hoursOf' }
  return { n: (hours / HOURS_PER_DAY).toFixed(1), unit: 'daysOf' }
}

/** 2026-11-01 as 2026年11月. */
export function monthName(day: string): string {
  return new Intl.DateTimeFormat(currentLocale() === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: currentLocale() === 'zh' ? 'long' : 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}
