import { getCurrentScope, onScopeDispose, ref, watch, type Ref } from 'vue'

const OURS = 'mulin.'
const KEPT = 'mulin.kept.'
const DRAFTS = ['mulin.draft', 'mulin.report', 'mulin.settle']

/** What pages that are still open hold in memory. */
const open = new Set<() => void>()

/** Is called when the person at this device signs out, as long as the page stands that asks for it. */
export function whenLeft(forget: () => void): void {
  open.add(forget)
  if (getCurrentScope()) onScopeDispose(() => open.delete(forget))
}

/** Words being written, kept in this tab until they are sent: no expired session, reload or closed form takes them. */
export function useKept(name: string): Ref<string> {
  const words = ref(sessionStorage.getItem(KEPT + name) ?? '')
  watch(
    words,
    now => {
      if (now) sessionStorage.setItem(KEPT + name, now)
      else sessionStorage.removeItem(KEPT + name)
    },
    { flush: 'sync' },
  )
  whenLeft(() => (words.value = ''))
  return words
}

/** Whoever signs out leaves nothing of what they wrote or were shown to the next at this device. */
export function leaveNothing(): void {
  for (const forget of open) forget()
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(OURS)) sessionStorage.removeItem(key)
  for (const draft of DRAFTS) localStorage.removeItem(draft)
}
