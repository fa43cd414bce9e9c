import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { QueueFilter } from '../deskApi'
import type { ChosenFilter } from '../listsApi'

export type Chosen = QueueFilter
export const STATUSES = [
  'TRIAGE',
  'DISPATCHED',
  'ACCEPTED',
  'WAITING',
  'RESOLVED',
  'CLOSED',
  'DECLINED',
  'WITHDRAWN',
  'MERGED',
] as const
export const CHANNELS = ['WEB', 'HOTLINE', 'MAILBOX', 'COUNTER', 'GRID', 'OPEN311'] as const
/** The sets that figures count: a figure's link names one, and the list shows exactly those tickets. */
export const SETS = [
  'OPEN',
  'OVERDUE',
  'DUE_RESPONSE',
  'RESPONDED',
  'JUDGED',
  'SOLVED',
  'SCORED',
  'SATISFIED',
  'NEUTRAL',
  'EXCLUDED',
  'EXCLUDED_RESPONSE',
  'EXCLUDED_RESOLUTION',
  'EXCLUDED_SATISFACTION',
  'UNREACHABLE',
  'UNREACHABLE_RESOLUTION',
  'UNREACHABLE_SATISFACTION',
  'OWN_REPORT',
] as const
const SORTS = ['due', '-opened'] as const
const TEXTS = ['matter', 'area', 'unit', 'from', 'to', 'q'] as const

/** The filter that an address names; what it does not name stays open. */
export function filterOf(query: LocationQuery): Chosen {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined)
  const chosen: Chosen = { queue: text('queue') ?? 'unit', sort: SORTS.find(one => one === text('sort')) ?? 'due' }
  for (const name of TEXTS) chosen[name] = text(name)
  chosen.status = STATUSES.find(one => one === text('status'))
  chosen.channel = CHANNELS.find(one => one === text('channel'))
  chosen.set = SETS.find(one => one === text('set'))
  if (text('overdue') === 'yes') chosen.overdue = true
  return chosen
}

export function queryOf(chosen: Chosen): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (chosen.queue !== 'unit') query.queue = chosen.queue
  if (chosen.sort !== 'due') query.sort = chosen.sort
  for (const name of TEXTS) if (chosen[name]) query[name] = chosen[name]
  if (chosen.status) query.status = chosen.status
  if (chosen.channel) query.channel = chosen.channel
  if (chosen.set) query.set = chosen.set
  if (chosen.overdue) query.overdue = 'yes'
  return query
}

/** A kept filter as the queue takes it: what it does not name stays open. */
export const chosenOf = (kept: ChosenFilter): Chosen =>
  filterOf(
    Object.fromEntries(
      Object.entries(kept).map(([name, value]) => [name, name === 'overdue' ? (value ? 'yes' : '') : (value ?? '')]),
    ) as LocationQuery,
  )

/** Whether two filters show the same list. */
export const same = (one: Chosen, other: Chosen): boolean =>
  JSON.stringify(Object.entries(queryOf(one)).sort()) === JSON.stringify(Object.entries(queryOf(other)).sort())

/** The words that a search looks for, as the server takes them apart. */
export const termsOf = (q: string | undefined): string[] => (q ?? '').split(/\s+/u).filter(Boolean)
