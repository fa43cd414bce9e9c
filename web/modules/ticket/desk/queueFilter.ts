import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { QueueFilter } from '../deskApi'

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
] as const
export const CHANNELS = ['WEB', 'HOTLINE', 'MAILBOX', 'COUNTER'] as const
const TEXTS = ['matter', 'area', 'unit', 'from', 'to', 'q'] as const

/** The filter that an address names; what it does not name stays open. */
export function filterOf(query: LocationQuery): Chosen {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined)
  const chosen: Chosen = { queue: text('queue') ?? 'unit', sort: text('sort') ?? 'due' }
  for (const name of TEXTS) chosen[name] = text(name)
  chosen.status = STATUSES.find(one => one === text('status'))
  chosen.channel = CHANNELS.find(one => one === text('channel'))
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
  if (chosen.overdue) query.overdue = 'yes'
  return query
}
