import type { Status } from '../api'

/** The way of an appeal as a resident counts it; what ends early (declined, withdrawn) has no way to show. */
export const STAGES = ['submitted', 'dispatched', 'inHand', 'result', 'closed'] as const

const REACHED: Partial<Record<Status & string, number>> = {
  TRIAGE: 0,
  DISPATCHED: 1,
  ACCEPTED: 2,
  WAITING: 2,
  RESOLVED: 3,
  CLOSED: 4,
}

/** The stage that an appeal has reached, from 0; null where there is none. */
export const stageOf = (status: Status | undefined): number | null => (status && REACHED[status]) ?? null
