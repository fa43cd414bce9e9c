/** One who is ranked, as far as the ends of the order are concerned. */
export interface Ranked {
  code: string
  rank?: number | null
  group?: number | null
}

export interface Ends<T> {
  first: T[]
  last: T[]
  /** Groups that reach from the one end to the other, whose members therefore stand in neither. */
  spanning: number[]
}

/**
 * The first and the last of an order, best first. Those who cannot be told apart are not set against each other: a group
 * that stands at both ends stands at none.
 *
 * @param top the order from its beginning, `bottom` its end; both at least `size` long where there are as many
 */
export function endsOf<T extends Ranked>(top: T[], bottom: T[], size: number): Ends<T> {
  const first = top.filter(line => line.rank).slice(0, size)
  const ranked = bottom.filter(line => line.rank)
  // a short order has one list only
  if (top.filter(line => line.rank).length <= size) return { first, last: [], spanning: [] }
  const last = ranked.slice(-size).toReversed()
  const groups = new Set(last.map(line => line.group))
  const spanning = new Set(first.map(line => line.group).filter(group => groups.has(group)))
  const apart = (line: T) => !spanning.has(line.group)
  return {
    first: first.filter(apart),
    last: last.filter(apart),
    spanning: [...spanning].filter(group => group != null).sort((a, b) => a - b),
  }
}
