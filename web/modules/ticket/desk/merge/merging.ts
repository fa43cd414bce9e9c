import type { MergeCandidate } from '../../listsApi'

export type Doubt = 'units' | 'matters' | 'places' | 'sooner'

/** What a person should look at twice before tickets become one. */
export function doubtsOf(kept: MergeCandidate | undefined, others: MergeCandidate[]): Doubt[] {
  if (!kept || !others.length) return []
  const all = [kept, ...others]
  const doubts: Doubt[] = []
  if (new Set(all.map(one => one.unitName ?? '')).size > 1) doubts.push('units')
  if (new Set(all.map(one => one.matterName ?? '')).size > 1) doubts.push('matters')
  if (new Set(all.map(one => one.areaName ?? '')).size > 1) doubts.push('places')
  if (others.some(one => one.dueAt && (!kept.dueAt || Date.parse(one.dueAt) < Date.parse(kept.dueAt))))
    doubts.push('sooner')
  return doubts
}

/** Those that begin as chosen: all that nothing is in the way of, and the one that goes on. */
export const chosenAtFirst = (tickets: MergeCandidate[], kept: string | undefined): string[] =>
  tickets.filter(one => !one.obstacle || one.id === kept).map(one => one.id)

/** The ticket that somebody came from goes on if it may, else the one that is proposed. */
export const keptAtFirst = (
  tickets: MergeCandidate[],
  proposed: string | null | undefined,
  from: string | undefined,
): string | undefined => tickets.find(one => one.id === from && one.mayKeep)?.id ?? proposed ?? undefined
