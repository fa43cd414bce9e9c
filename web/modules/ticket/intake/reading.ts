import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { blank, onLanguage, Problem } from '@/base'
import { MOST } from '../limits'
import { intakeApi, type CallerTicket, type IntakeUnderstanding } from './api'
import type { Call } from './calls'

const READ_AFTER_ms = 400
const READ_FROM = 4
const MOBILE = /^1[2-9]\d{9}$/
const FIXED = /^(0\d{2,3})?[2-9]\d{6,7}$/

/** What the server understands of the call in hand, a breath after the last key; also on its own, to read anew. */
export function useReading(call: Ref<Call>) {
  const read = shallowRef<IntakeUnderstanding | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  async function now(): Promise<void> {
    const mine = ++latest
    const { words, place, matterCode } = call.value
    const text = [words, place.text ?? ''].join('')
    if (blank(words) || text.length < READ_FROM || words.length > MOST.call) {
      read.value = null
      return
    }
    // A reading is a courtesy while typing: when it fails, the form goes on without it.
    const found = await intakeApi.understand(words, place, matterCode).catch(() => null)
    if (mine === latest && found) read.value = found
  }

  watch(
    [() => call.value.key, () => call.value.words, () => call.value.place, () => call.value.matterCode],
    ([key], [before]) => {
      clearTimeout(timer)
      if (key !== before) {
        latest++
        read.value = null
      }
      timer = setTimeout(() => void now(), READ_AFTER_ms)
    },
  )
  onLanguage(() => void now())
  onScopeDispose(() => clearTimeout(timer))
  void now()
  return { read, now }
}

/** The digits that can be looked up, "" while the number is not whole. */
export function wholePhone(text: string): string {
  const digits = text.replace(/[\s-]/g, '')
  return MOBILE.test(digits) || FIXED.test(digits) ? digits : ''
}

/** What a number has filed before: asked once in each call, since every asking is kept in the trail. */
export function useCaller(call: Ref<Call>) {
  const tickets = shallowRef<CallerTicket[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const known = new Map<string, CallerTicket[]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const subject = () => `${call.value.key} ${wholePhone(call.value.phone)}`

  async function ask(phone: string): Promise<void> {
    const asked = subject()
    try {
      const found = await intakeApi.caller(phone)
      known.set(asked, found)
      if (subject() === asked) tickets.value = found
    } catch (thrown) {
      if (subject() === asked) problem.value = Problem.of(thrown)
    }
  }

  watch(
    subject,
    now => {
      clearTimeout(timer)
      const phone = wholePhone(call.value.phone)
      tickets.value = known.get(now) ?? null
      problem.value = null
      // A fixed number may grow by another digit; a mobile one is whole.
      if (phone && !known.has(now)) timer = setTimeout(() => void ask(phone), MOBILE.test(phone) ? 0 : 800)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return { tickets, problem }
}
