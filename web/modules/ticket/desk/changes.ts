import type { Ticket } from '../deskApi'

export type Change =
  | { what: 'status'; from: string; to: string }
  | { what: 'matter' | 'unit'; from: string | null; to: string | null }
  | { what: 'dueAt'; from: string | null; to: string | null }

const leadOf = (ticket: Ticket) => ticket.parts.find(part => part.role === 'LEAD')?.unit?.name ?? null

/** What another person's deed has changed in the facts that the reader was looking at. */
export function changesBetween(seen: Ticket, now: Ticket): Change[] {
  const changes: Change[] = []
  if (seen.status !== now.status) changes.push({ what: 'status', from: seen.status, to: now.status })
  const pairs = [
    ['matter', seen.matter?.name ?? null, now.matter?.name ?? null],
    ['unit', leadOf(seen), leadOf(now)],
    ['dueAt', seen.dueAt ?? null, now.dueAt ?? null],
  ] as const
  for (const [what, from, to] of pairs) if (from !== to) changes.push({ what, from, to })
  return changes
}
