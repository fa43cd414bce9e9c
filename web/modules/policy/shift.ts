const HOUR_min = 60

/** Office time in the unit that is read at once: minutes below an hour, else hours with at most one decimal. */
export function officeTime(minutes: number): { unit: 'hours' | 'minutes'; n: number } {
  const size = Math.abs(minutes)
  return size < HOUR_min ? { unit: 'minutes', n: size } : { unit: 'hours', n: Math.round((size / HOUR_min) * 10) / 10 }
}

/** How far a job has come, in whole percent: 100 only when it is over. */
export function share(read: number, total: number, over: boolean): number {
  if (over) return 100
  return total ? Math.min(99, Math.floor((read / total) * 100)) : 0
}
