import { describe, expect, it } from 'vitest'
import type { Ticket } from '../deskApi'
import { changesBetween } from './changes'

const ticket = (over: Partial<Ticket>): Ticket => ({
  id: 't',
  number: '20261123-000001',
  status: 'DISPATCHED',
  urgency: 'NORMAL',
  place: { areaPath: [] },
  openedAt: '2026-11-23T08:00:00Z',
  dueAt: '2026-11-26T09:30:00Z',
  appeals: [],
  parts: [],
  timeline: [],
  allowedActions: [],
  proof: 'WORDS',
  excludedFrom: [],
  unreachable: false,
  merged: [],
  version: 1,
  ...over,
})
const lead = (name: string) => [{ id: name, role: 'LEAD', unit: { id: name, name } }] as unknown as Ticket['parts']

describe('what changed under a reader', () => {
  it('names the state, the unit and the deadline that are different now', () => {
    const seen = ticket({ parts: lead('城南街道办事处') })
    const now = ticket({ status: 'ACCEPTED', parts: lead('睦和物业'), dueAt: null })
    expect(changesBetween(seen, now)).toEqual([
      { what: 'status', from: 'DISPATCHED', to: 'ACCEPTED' },
      { what: 'unit', from: '城南街道办事处', to: '睦和物业' },
      { what: 'dueAt', from: '2026-11-26T09:30:00Z', to: null },
    ])
  })

  it('says nothing where only words were added', () => {
    expect(changesBetween(ticket({}), ticket({ version: 2 }))).toEqual([])
  })
})
