import { expect, it } from 'vitest'
import type { TimelineEntry } from '../api'
import { dueOf } from './due'

const dueAt = '2026-11-20T10:00:00Z'
const after = (...actions: string[]) => actions.map(action => ({ action }) as TimelineEntry)

it.each([
  ['a unit works on it', 'ACCEPTED', dueAt, after('REGISTER', 'RETURN', 'DISPATCH'), 'ticket.dueAt'],
  ['nobody has to decide by a time', 'TRIAGE', null, after('REGISTER'), 'ticket.dueAt'],
  ['nobody has decided yet', 'TRIAGE', dueAt, after('REGISTER'), 'triage.decideBy'],
  ['a unit has returned it', 'TRIAGE', dueAt, after('REGISTER', 'DISPATCH', 'RETURN'), 'triage.reviewBy'],
] as const)('%s: its deadline is named so', (_when, status, due, timeline, name) => {
  expect(dueOf({ status, dueAt: due, timeline })).toBe(name)
})
