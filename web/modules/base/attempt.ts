import { ref, shallowRef } from 'vue'
import { Problem } from './problem'

/**
 * One thing the user wants done. The key is the same for every retry of the same intent, so that a lost answer is not
 * a second deed; it changes after success and after a final refusal.
 */
export function useAttempt(firstKey: string = crypto.randomUUID()) {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let key = firstKey

  async function run<T>(work: (key: string) => Promise<T>): Promise<{ value: T } | null> {
    if (busy.value) return null
    busy.value = true
    problem.value = null
    try {
      const value = await work(key)
      key = crypto.randomUUID()
      return { value }
    } catch (thrown) {
      problem.value = Problem.of(thrown)
      if (problem.value.final) key = crypto.randomUUID()
      return null
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run, at: (field: string) => problem.value?.at(field) }
}
