import { computed, shallowRef } from 'vue'
import { Problem } from '@/base'
import type { Status } from '../api'
import type { Ticket } from '../deskApi'

/** What a clerk has decided about a ticket as it was seen. */
export interface Choice {
  seen: Ticket
  matterCode: string
  name: string
  areaCode: string | null
}

/** A decision that waits for its sending, is being sent, or was refused. Its key is made with it and never changes. */
export interface Held extends Choice {
  key: string
  state: 'waiting' | 'sending' | 'failed'
  problem: Problem | null
  /** Where the ticket stands, once a decision was refused because a colleague has changed it. */
  now?: Status
}

/** A colleague was faster: there is nothing left to decide. */
export const isDecidedElsewhere = (held: Held): boolean => held.now !== undefined && held.now !== 'TRIAGE'

/** What became of a decision that was not sent, in words. */
export const notSent = (held: Held, t: (code: string, values?: Record<string, string>) => string): string =>
  isDecidedElsewhere(held)
    ? t('triage.decidedElsewhere', { name: held.name, status: t(`ticket.status.${held.now}`) })
    : t('triage.notSent', { name: held.name })

/** How long a decision can be taken back. */
export const HOLD_ms = 5_000
/** More at once nobody keeps in view: the oldest goes. */
export const HELD_MAX = 3

type Wait = (ms: number, done: () => void) => () => void
const browserWait: Wait = (ms, done) => {
  const clock = setTimeout(done, ms)
  return () => clearTimeout(clock)
}

/**
 * Decisions on their way out: each can be taken back for a while, is sent once, and comes back with its problem when
 * the server refuses it.
 *
 * @param send one try, with the decision's own key
 * @param look where a ticket stands that a colleague has changed
 * @param ended after each try that the server has answered, or has not
 */
export function useHeld(
  send: (held: Held) => Promise<Ticket>,
  look: (id: string) => Promise<Status>,
  ended: (held: Held, ticket: Ticket | null) => void,
  wait: Wait = browserWait,
) {
  const all = shallowRef<Held[]>([])
  const clocks = new Map<string, () => void>()
  const idOf = (held: Held) => held.seen.id

  function drop(id: string): void {
    clocks.get(id)?.()
    clocks.delete(id)
    all.value = all.value.filter(held => idOf(held) !== id)
  }
  const put = (now: Held) => (all.value = all.value.map(held => (idOf(held) === idOf(now) ? now : held)))

  async function go(id: string): Promise<void> {
    clocks.get(id)?.()
    clocks.delete(id)
    const held = all.value.find(one => idOf(one) === id)
    if (!held || held.state === 'sending') return
    const sending: Held = { ...held, state: 'sending', problem: null }
    put(sending)
    try {
      const ticket = await send(sending)
      drop(id)
      ended(sending, ticket)
    } catch (thrown) {
      const problem = Problem.of(thrown)
      const now = problem.stale ? await look(id).catch(() => undefined) : undefined
      const failed: Held = { ...sending, state: 'failed', problem, now }
      put(failed)
      ended(failed, null)
    }
  }

  function hold(choice: Choice): void {
    const id = choice.seen.id
    const before = all.value.find(one => idOf(one) === id)
    // what is under way or waiting has been decided; what was refused may be decided anew
    if (before && before.state !== 'failed') return
    drop(id)
    all.value = [...all.value, { ...choice, key: crypto.randomUUID(), state: 'waiting', problem: null }]
    clocks.set(
      id,
      wait(HOLD_ms, () => void go(id)),
    )
    const waiting = all.value.filter(one => one.state === 'waiting')
    if (waiting.length > HELD_MAX) void go(idOf(waiting[0]!))
  }

  /** Takes back the named decision, or the latest that still waits; says which. */
  function undo(id?: string): Held | undefined {
    const held = all.value.findLast(one => one.state === 'waiting' && (!id || idOf(one) === id))
    if (held) drop(idOf(held))
    return held
  }

  /** Sends what waits, at once: the clerk is leaving. */
  async function flush(): Promise<void> {
    await Promise.all(all.value.filter(one => one.state === 'waiting').map(one => go(idOf(one))))
  }

  return {
    all,
    /** Tickets that are decided for now, and so not in the queue. */
    away: computed(() => new Set(all.value.filter(one => one.state !== 'failed' || isDecidedElsewhere(one)).map(idOf))),
    unsent: computed(() => all.value.some(one => one.state !== 'failed')),
    hold,
    undo,
    retry: go,
    drop,
    flush,
  }
}
