import { nextTick, onScopeDispose, ref, watch } from 'vue'
import type { Place } from '@/area'
import type { DraftPhoto } from '@/file'

const KEPT = 'mulin.draft'
const WRITE_AFTER_ms = 200

interface Draft {
  words: string
  photos: DraftPhoto[]
  place: Place
  confidential: boolean
  contactName: string
  /** The Idempotency-Key of this draft: a submission whose answer was lost is not filed twice, even after a reload. */
  key: string
}

const fresh = (): Draft => ({
  words: '',
  photos: [],
  place: {},
  confidential: false,
  contactName: '',
  key: crypto.randomUUID(),
})

function kept(): Draft {
  try {
    return { ...fresh(), ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Draft>) }
  } catch {
    return fresh()
  }
}

/** The one unsent appeal of this device: survives a reload, a lost connection and an expired session. */
export function useDraft() {
  const draft = ref<Draft>(kept())
  const restored = ref(draft.value.words !== '')
  const savedAt = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let touched = false

  function save(): void {
    clearTimeout(timer)
    if (!touched) return
    localStorage.setItem(KEPT, JSON.stringify(draft.value))
    savedAt.value = Date.now()
  }

  function clear(): void {
    clearTimeout(timer)
    localStorage.removeItem(KEPT)
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
