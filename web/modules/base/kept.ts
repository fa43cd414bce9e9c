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

/**
 * A whole form being filled in, kept like {@link useKept}; `forget` when it has been sent. What is kept of an older form
 * of the page does no harm: fields that are missing are fresh.
 */
export function useKeptForm<T extends object>(name: string, fresh: () => T): { form: Ref<T>; forget: () => void } {
  const form = ref({ ...fresh(), ...(JSON.parse(sessionStorage.getItem(KEPT + name) ?? '{}') as Partial<T>) }) as Ref<T>
  watch(form, now => sessionStorage.setItem(KEPT + name, JSON.stringify(now)), { deep: true, flush: 'sync' })
  function forget(): void {
    form.value = fresh()
    sessionStorage.removeItem(KEPT + name)
  }
  whenLeft(forget)
  return { form, forget }
}

/** Whether signing out would take words from this device that were not sent. */
export function hasWritten(): boolean {
  const kept = Object.keys(sessionStorage).some(key => key.startsWith(KEPT))
  return kept || DRAFTS.some(draft => isWritten(localStorage.getItem(draft)))
}

/** A draft that was touched and emptied again holds nothing. */
function isWritten(draft: string | null): boolean {
  try {
    const { words, photos } = JSON.parse(draft ?? '{}') as { words?: string; photos?: unknown[] }
    return Boolean(words || photos?.length)
  } catch {
    return false
  }
}

/** Whoever signs out leaves nothing of what they wrote or were shown to the next at this device. */
export function leaveNothing(): void {
  for (const forget of open) forget()
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(OURS)) sessionStorage.removeItem(key)
  for (const draft of DRAFTS) localStorage.removeItem(draft)
}
