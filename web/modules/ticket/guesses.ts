import type { Suggestion } from './deskApi'

/** Below this a guess is a mere possibility, unless the unit that returned the ticket names it: no key takes it. */
export const LIKELY_min = 0.01

export const isLikely = (one: Pick<Suggestion, 'probability'> & { cited?: boolean }): boolean =>
  one.cited || one.probability >= LIKELY_min

/** How sure, as people read it; nothing where no word speaks for it. */
export const percentOf = (share: number): string =>
  share > 0 && share < LIKELY_min ? '<1%' : share > 0 ? `${Math.round(share * 100)}%` : ''

/** The number of the key that takes a suggestion, by its place among the likely ones; undefined for a mere possibility. */
export const keyOf = (all: readonly Suggestion[], one: Suggestion): number | undefined =>
  isLikely(one) ? all.filter(isLikely).indexOf(one) + 1 : undefined

/** What a key takes. */
export const takenBy = (all: readonly Suggestion[], key: number): Suggestion | undefined =>
  all.filter(isLikely)[key - 1]
