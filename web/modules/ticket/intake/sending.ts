import { computed, ref, shallowRef, type Ref } from 'vue'
import { blank, fits, over, useAttempt } from '@/base'
import { PLACE_TEXT_MAX } from '@/area'
import { MOST } from '../limits'
import { openBlanks } from '../templates'
import { intakeApi, type IntakeReceipt, type JoinInput, type LikeTicket, type NewTicket } from './api'
import { clock, type Call } from './calls'

const text = (words: string) => (blank(words) ? null : words.trim())

const common = (call: Call) => ({
  channel: call.channel,
  caller: { name: text(call.name), phone: text(call.phone) },
  words: call.words.trim(),
  place: call.place,
  confidential: call.confidential,
})

export const ticketOf = (call: Call): NewTicket => ({
  ...common(call),
  matterCode: call.matterCode || null,
  outcome: call.outcome,
  answer: call.outcome === 'DISPATCH' ? null : text(call.answer),
  reasonCode: call.outcome === 'DECLINE' ? call.reasonCode || null : null,
})

export const joiningOf = (call: Call, like: LikeTicket): JoinInput => ({ ...common(call), version: like.version })

/** Which of the blanks an answer still shows; the number comes with the registration. */
export const openIn = (call: Call): string[] => (call.outcome === 'DISPATCH' ? [] : openBlanks(call.answer, ['编号']))

/** Whether all that the outcome needs is there. */
export function ready(call: Call): boolean {
  const texts =
    fits(call.words, MOST.call) && !over(call.name, MOST.contactName) && !over(call.place.text ?? '', PLACE_TEXT_MAX)
  const answer = call.outcome === 'DISPATCH' || (fits(call.answer, MOST.words) && openIn(call).length === 0)
  return texts && answer && (call.outcome !== 'DECLINE' || call.reasonCode !== '')
}

export interface Sent {
  receipt: IntakeReceipt
  joined: boolean
  clock: string
}

/** Sends the call in hand; a lost answer is asked for again under the same key, a refusal begins a new one. */
export function useSending(call: Ref<Call>) {
  const attempt = useAttempt()
  const sent = shallowRef<Sent | null>(null)
  const busy = computed(() => attempt.busy.value)
  const likeGone = ref(false)

  async function run(work: (key: string) => Promise<IntakeReceipt>, joined: boolean): Promise<boolean> {
    const mine = call.value
    likeGone.value = false
    const done = await attempt.run(() => work(mine.key))
    if (!done) {
      if (attempt.problem.value?.final) mine.key = crypto.randomUUID()
      likeGone.value = joined && Boolean(attempt.problem.value?.stale)
      return false
    }
    // sent once more under its key, a registered call has not taken longer
    mine.ended ||= Date.now()
    sent.value = { receipt: done.value, joined, clock: clock(mine, mine.ended) }
    return true
  }

  return {
    attempt,
    busy,
    sent,
    likeGone,
    take: () => run(key => intakeApi.take(key, ticketOf(call.value)), false),
    join: (like: LikeTicket) => run(key => intakeApi.join(key, like.id, joiningOf(call.value, like)), true),
  }
}
