import type { Ticket } from '../deskApi'

/** Which deadline a ticket has: until a unit has it, that of the decision about it, or about its return. */
export function dueOf({ status, dueAt, timeline }: Pick<Ticket, 'status' | 'dueAt' | 'timeline'>): string {
  if (status !== 'TRIAGE' || !dueAt) return 'ticket.dueAt'
  return timeline.some(entry => entry.action === 'RETURN') ? 'triage.reviewBy' : 'triage.decideBy'
}
