import { currentLocale } from './locale'

const tag = () => (currentLocale() === 'zh' ? 'zh-CN' : 'en-GB')

export const whole = (value: number): string => value.toLocaleString(tag())

/** 0.9812 → 98.1 %; nothing to divide → a dash. */
export function percent(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—'
  const shown = (value * 100).toLocaleString(tag(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return value === 1 ? '100%' : `${shown}%`
}
