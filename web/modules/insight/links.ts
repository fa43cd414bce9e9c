import type { ListFilter } from './api'

const DESK = '/desk/queue'

/** The desk's list of exactly the tickets that a figure counts. */
export function listAddress(list: ListFilter): string {
  const query = new URLSearchParams({ queue: 'all' })
  for (const name of ['area', 'unit', 'matter', 'channel', 'set', 'from', 'to'] as const) {
    const value = list[name]
    if (value) query.set(name, value)
  }
  return `${DESK}?${query}`
}

export const ticketAddress = (id: string): string => `/desk/tickets/${id}`
