import type { Status } from '../api'

/** The way of an appeal as a resident counts it. */
export const STAGES = ['submitted', 'dispatched', 'inHand', 'result', 'closed'] as const

const REACHED: Partial<Record<Status & string, number>> = {
  TRIAGE: 0,
  DISPATCHED: 1,
  ACCEPTED: 2,
  WAITING: 2,
  // its appeals are read with the ticket that goes on
  MERGED: 2,
  RESOLVED: 3,
  CLOSED: 4,
}

/** Declined or withdrawn: no deadline runs any more, and no result is to come. */
export const endsEarly = (status: Status): boolean => REACHED[status as Status & string] === undefined

/** Somebody works on it, or has still to: its deadline runs. */
export const isRunning = (status: Status): boolean => (REACHED[status as Status & string] ?? STAGES.length) < 3

/** The stages of an appeal, as codes of words, and how many of them are behind it; what ends early has two. */
export const wayOf = (status: Status): { stages: string[]; at: number } =>
  endsEarly(status)
    ? { stages: ['appeal.stages.submitted', `ticket.status.${status}`], at: 1 }
    : { stages: STAGES.map(stage => `appeal.stages.${stage}`), at: REACHED[status as Status & string] ?? 0 }
