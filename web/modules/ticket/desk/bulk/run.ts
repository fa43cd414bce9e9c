import { computed, ref, shallowRef } from 'vue'
import { Problem } from '@/base'
import { listsApi, type BulkAction, type BulkResult, type BulkStep, type BulkTicket } from '../../listsApi'

/** Small enough for the progress to be seen, large enough not to ask for each ticket. */
const AT_ONCE = 10

export type BulkInputs = Pick<BulkStep, 'words' | 'postId' | 'unitId'>

/**
 * One step sent for many tickets, some at a time. After a lost connection it goes on with the same key and the same
 * tickets, so that nothing is done twice.
 */
export function useBulkRun(send: typeof listsApi.step = listsApi.step) {
  const results = shallowRef<ReadonlyMap<string, BulkResult>>(new Map())
  const total = ref(0)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let waiting: BulkTicket[][] = []
  let step: { action: BulkAction; inputs: BulkInputs; key: string } | undefined

  async function start(action: BulkAction, tickets: BulkTicket[], inputs: BulkInputs): Promise<void> {
    results.value = new Map()
    total.value = tickets.length
    step = { action, inputs, key: crypto.randomUUID() }
    waiting = []
    for (let at = 0; at < tickets.length; at += AT_ONCE) waiting.push(tickets.slice(at, at + AT_ONCE))
    await goOn()
  }

  async function goOn(): Promise<void> {
    if (busy.value || !step) return
    busy.value = true
    problem.value = null
    const { action, inputs, key } = step
    try {
      for (let part = waiting[0]; part; part = waiting[0]) {
        const tickets = part.map(({ id, version }) => ({ id, version }))
        const answers = await send(key, { action, tickets, ...inputs })
        results.value = new Map([...results.value, ...answers.map(one => [one.id, one] as const)])
        waiting.shift()
      }
    } catch (thrown) {
      problem.value = Problem.of(thrown)
    } finally {
      busy.value = false
    }
  }

  const of = (outcome: BulkResult['outcome']) => [...results.value.values()].filter(one => one.outcome === outcome)
  return {
    results,
    total,
    busy,
    problem,
    start,
    goOn,
    finished: computed(() => total.value > 0 && results.value.size === total.value),
    begun: computed(() => results.value.size > 0),
    done: computed(() => of('DONE').length),
    left: computed(() => [...results.value.values()].filter(one => one.outcome !== 'DONE').map(one => one.id)),
  }
}
