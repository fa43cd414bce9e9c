import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/base'
import type { Status } from '../api'
import type { Ticket } from '../deskApi'
import { HELD_MAX, notSent, useHeld, type Held } from './held'

const ticket = (id: string) => ({ id, number: id, version: 1 }) as Ticket
const choice = (id: string) => ({ seen: ticket(id), matterCode: 'm', name: '事项', areaCode: null })

/** Clocks that ring when they are told to, and a server that answers when it is told to. */
function desk() {
  const clocks: { done: () => void; stopped: boolean }[] = []
  const sent: { held: Held; answer: (ticket: Ticket) => void; refuse: (problem: Problem) => void }[] = []
  const ended = vi.fn()
  const stands: { now: Status } = { now: 'TRIAGE' }
  const held = useHeld(
    one => new Promise((answer, refuse) => sent.push({ held: one, answer, refuse })),
    async () => stands.now,
    ended,
    (_ms, done) => {
      const clock = { done, stopped: false }
      clocks.push(clock)
      return () => (clock.stopped = true)
    },
  )
  const ring = () => clocks.filter(clock => !clock.stopped).forEach(clock => clock.done())
  return { held, sent, ended, ring, stands }
}

describe('decisions that can be taken back', () => {
  it('sends nothing before the time is over, and then once', async () => {
    const { held, sent, ended, ring } = desk()
    held.hold(choice('a'))
    expect(held.away.value.has('a')).toBe(true)
    expect(sent).toHaveLength(0)
    ring()
    held.hold(choice('a'))
    await Promise.all([held.flush(), held.retry('a')])
    expect(sent).toHaveLength(1)
    sent[0]!.answer(ticket('a'))
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1))
    expect(held.all.value).toEqual([])
  })

  it('takes back the latest, and sends it never', () => {
    const { held, sent, ring } = desk()
    held.hold(choice('a'))
    held.hold(choice('b'))
    expect(held.undo()?.seen.id).toBe('b')
    ring()
    expect(sent.map(one => one.held.seen.id)).toEqual(['a'])
    expect(held.undo(), 'what is under way cannot be taken back').toBeUndefined()
  })

  it('sends all that waits when the clerk leaves', () => {
    const { held, sent, ring } = desk()
    held.hold(choice('a'))
    held.hold(choice('b'))
    void held.flush()
    ring()
    expect(sent.map(one => one.held.seen.id)).toEqual(['a', 'b'])
  })

  it('brings a refusal back with the ticket, and tries again under the same key', async () => {
    const { held, sent, ended, ring } = desk()
    held.hold(choice('a'))
    ring()
    sent[0]!.refuse(Problem.offline())
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1))
    expect(held.all.value[0]).toMatchObject({ state: 'failed', problem: { status: 0 } })
    expect(held.away.value.has('a'), 'the ticket is back in the queue').toBe(false)
    void held.retry('a')
    expect(sent[1]!.held.key).toBe(sent[0]!.held.key)
  })

  it('says that a colleague has decided, and keeps the ticket out of the queue', async () => {
    const { held, sent, ring, ended, stands } = desk()
    const said = (code: string) => code
    held.hold(choice('a'))
    held.hold(choice('b'))
    ring()
    stands.now = 'DISPATCHED'
    sent[0]!.refuse(Problem.from({}, 409))
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1))
    expect(held.away.value.has('a')).toBe(true)
    expect(notSent(held.all.value[0]!, said)).toBe('triage.decidedElsewhere')
    stands.now = 'TRIAGE'
    sent[1]!.refuse(Problem.from({}, 409))
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(2))
    expect(held.away.value.has('b'), 'only changed: it is still to be decided').toBe(false)
    expect(notSent(held.all.value[1]!, said)).toBe('triage.notSent')
  })

  it('takes a new key for a new decision after a refusal', async () => {
    const { held, sent, ring, ended } = desk()
    held.hold(choice('a'))
    ring()
    sent[0]!.refuse(Problem.from({}, 422))
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1))
    held.hold(choice('a'))
    expect(held.all.value).toHaveLength(1)
    ring()
    expect(sent[1]!.held.key).not.toBe(sent[0]!.held.key)
  })

  it('keeps no more in view than can be seen: the oldest goes', () => {
    const { held, sent } = desk()
    for (let n = 0; n <= HELD_MAX; n++) held.hold(choice(`t${n}`))
    expect(sent.map(one => one.held.seen.id)).toEqual(['t0'])
  })
})
