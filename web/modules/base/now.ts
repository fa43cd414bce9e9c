import { shallowRef } from 'vue'

/** The header has whole seconds and answers take their time: less than this is no difference between two clocks. */
const UNSURE_ms = 2_000
/** After a slower answer nobody knows at which moment of it the server looked at its clock. */
const SLOW_ms = 10_000

/** By how much the server's clock is ahead of the device's. */
const ahead_ms = shallowRef(0)

/**
 * Learns from an answer what time it is at the server.
 *
 * @param date its `Date` header
 * @param sentAt when the device sent the request, by its own clock
 */
export function learnNow(date: string | null, sentAt: number, gotAt: number = Date.now()): void {
  const said = Date.parse(date ?? '')
  if (Number.isNaN(said) || gotAt - sentAt > SLOW_ms || gotAt < sentAt) return
  // the header cuts off the second's fraction
  const ahead = said + 500 - (sentAt + gotAt) / 2
  if (Math.abs(ahead - ahead_ms.value) > UNSURE_ms) ahead_ms.value = Math.abs(ahead) > UNSURE_ms ? ahead : 0
}

/** Now by the server's clock, which decides what is late; what shows it changes with it. */
export const serverNow = (): number => Date.now() + ahead_ms.value
