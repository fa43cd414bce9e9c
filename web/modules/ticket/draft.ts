import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'
import { whenLeft } from '@/base'
import type { DraftPhoto } from '@/file'

const WRITE_AFTER_ms = 200

/** What every draft has; `key` is its Idempotency-Key, so that a lost answer is not filed twice, even after a reload. */
export interface AnyDraft {
  words: string
  photos: DraftPhoto[]
  key: string
}

/** Goes on as a draft of another kind; false when one of that kind waits already, which is then left alone. */
export function handOn(name: string, draft: Partial<AnyDraft> & Record<string, unknown>): boolean {
  if (localStorage.getItem(name)) return false
  localStorage.setItem(name, JSON.stringify(draft))
  return true
}

/** The one unsent text of its kind on this device: survives a reload, a lost connection and an expired session. */
export function useDraft<T extends AnyDraft>(name: string, fresh: () => T) {
  function kept(): T {
    try {
      return { ...fresh(), ...(JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<T>) }
    } catch {
      return fresh()
    }
  }

  const draft = ref(kept()) as Ref<T>
  const restored = ref(draft.value.words !== '')
  const savedAt = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let touched = false

  function save(): void {
    clearTimeout(timer)
    if (!touched) return
    localStorage.setItem(name, JSON.stringify(draft.value))
    savedAt.value = Date.now()
  }

  function clear(): void {
    clearTimeout(timer)
    localStorage.removeItem(name)
    draft.value = fresh()
    restored.value = false
    void nextTick(() => {
      touched = false
      clearTimeout(timer)
    })
  }

  // A page may go at any moment; what was typed a moment ago goes with it otherwise.
  addEventListener('pagehide', save)
  onScopeDispose(() => removeEventListener('pagehide', save))
  whenLeft(clear)
  watch(
    draft,
    () => {
      touched = true
      clearTimeout(timer)
      timer = setTimeout(save, WRITE_AFTER_ms)
    },
    { deep: true },
  )
  return { draft, restored, savedAt, save, clear }
}
