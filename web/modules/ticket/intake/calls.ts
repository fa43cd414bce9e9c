import { computed, onScopeDispose, ref, watch } from 'vue'
import type { Place } from '@/area'
import type { Outcome, Channel } from './api'

/** One call or visit that is being taken; also what is kept of it on this device. */
export interface Call {
  /** Which of the open calls it is, as long as it is open. */
  id: string
  /** The Idempotency-Key of its registration, so that a lost answer makes no second ticket, even after a reload. */
  key: string
  /** When the first key was struck, in ms; 0 before. */
  began: number
  /** When it was registered, in ms; 0 before. */
  ended: number
  touched: number
  phone: string
  name: string
  words: string
  place: Place
  matterCode: string
  outcome: Outcome
  answer: string
  reasonCode: string
  channel: Channel
  confidential: boolean
}

export const CALLS_MAX = 5
const LIVES_ms = 12 * 3_600_000
const KEPT = 'mulin.intake.'
const CHANNEL = 'mulin.intake-channel'

export const emptyCall = (channel: Channel): Call => ({
  id: crypto.randomUUID(),
  key: crypto.randomUUID(),
  began: 0,
  ended: 0,
  touched: 0,
  phone: '',
  name: '',
  words: '',
  place: {},
  matterCode: '',
  outcome: 'DISPATCH',
  answer: '',
  reasonCode: '',
  channel,
  confidential: false,
})

export const isBlankCall = (call: Call): boolean =>
  ![call.phone, call.name, call.words, call.place.text ?? '', call.answer].some(text => text.trim() !== '')

/** Calls of this account that are younger than half a day; whatever else was kept is not read. */
export function readCalls(kept: string | null, now: number): Call[] {
  try {
    const found = JSON.parse(kept ?? '[]') as Partial<Call>[]
    return found
      .filter(call => typeof call.key === 'string' && (call.touched ?? 0) > now - LIVES_ms)
      .map(call => ({ ...emptyCall('HOTLINE'), ...call }))
      .slice(0, CALLS_MAX)
  } catch {
    return []
  }
}

/** Nothing that callers told stays behind when a clerk leaves, nor when another one comes. */
export function forgetCalls(exceptOf?: string): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(KEPT) && name !== KEPT + exceptOf) sessionStorage.removeItem(name)
  }
}

function usualChannel(): Channel {
  const kept = localStorage.getItem(CHANNEL)
  return kept === 'COUNTER' || kept === 'MAILBOX' ? kept : 'HOTLINE'
}

/**
 * The calls that an account has open: one in hand, the others parked. Personal data: kept in this tab's session store
 * only, so that a reload or a lost session takes nothing away and closing the tab takes everything.
 */
export function useCalls(account: string) {
  forgetCalls(account)
  const before = readCalls(sessionStorage.getItem(KEPT + account), Date.now())
  const calls = ref<Call[]>(before.length ? before : [emptyCall(usualChannel())])
  const at = ref(0)
  const restored = ref(before.length > 0)
  const savedAt = ref(0)
  const call = computed(() => calls.value[at.value] as Call)

  function save(): void {
    const worth = calls.value.filter(one => !isBlankCall(one))
    if (worth.length) sessionStorage.setItem(KEPT + account, JSON.stringify(worth))
    else sessionStorage.removeItem(KEPT + account)
    savedAt.value = worth.length ? Date.now() : 0
  }

  /** Text fields say when they are struck; a call that only changes hands is not touched. */
  function touch(): void {
    const now = Date.now()
    call.value.began ||= now
    call.value.touched = now
  }

  /** The call in hand waits, another begins; false when there are enough open. */
  function park(): boolean {
    if (isBlankCall(call.value)) return true
    if (calls.value.length >= CALLS_MAX) return false
    calls.value.push(emptyCall(usualChannel()))
    at.value = calls.value.length - 1
    return true
  }

  function resume(index: number): void {
    if (calls.value[index]) at.value = index
  }

  /** The call is over: sent, or thrown away. */
  function end(): void {
    calls.value.splice(at.value, 1)
    if (!calls.value.length) calls.value.push(emptyCall(usualChannel()))
    at.value = calls.value.length - 1
    restored.value = false
    save()
  }

  // written at once: a page may go at any moment
  watch(calls, save, { deep: true, flush: 'sync' })
  const channelStop = watch(
    () => call.value.channel,
    chosen => localStorage.setItem(CHANNEL, chosen),
  )
  onScopeDispose(channelStop)
  return { calls, at, call, restored, savedAt, touch, park, resume, end, save }
}

/** "02:07": how long a call has been worked on; registered, it takes no longer. */
export function clock({ began, ended }: Pick<Call, 'began' | 'ended'>, now: number): string {
  const seconds = began ? Math.max(0, Math.floor(((ended || now) - began) / 1000)) : 0
  return [Math.floor(seconds / 60), seconds % 60].map(part => String(part).padStart(2, '0')).join(':')
}
