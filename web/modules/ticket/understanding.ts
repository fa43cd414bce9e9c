import { onUnmounted, shallowRef, watch } from 'vue'
import type { Place } from '@/area'
import { fits, onLanguage } from '@/base'
import { appealApi, type Understanding } from './api'
import { MOST } from './limits'

const READ_AFTER_ms = 250
const READ_FROM = 2

/** What the machine makes of the words and the place while they are written: a courtesy, never in the way. */
export function useUnderstanding(said: () => { words: string; place: Place; on: boolean; answer?: string | null }) {
  const understanding = shallowRef<Understanding | null>(null)
  let reading: ReturnType<typeof setTimeout> | undefined

  let asked = 0
  async function read(): Promise<void> {
    const { words, place, on, answer } = said()
    if (!on) return
    const mine = ++asked
    const readable = words.trim().length >= READ_FROM && fits(words, MOST.appeal)
    // When a reading fails, the form goes on without it; none stays of words that are no longer there.
    const found = readable ? await appealApi.understand(words.trim(), place, answer ?? null).catch(() => null) : null
    if (mine === asked) understanding.value = found
  }

  watch(
    said,
    () => {
      clearTimeout(reading)
      reading = setTimeout(() => void read(), READ_AFTER_ms)
    },
    { immediate: true, deep: true },
  )
  onLanguage(() => void read())
  onUnmounted(() => clearTimeout(reading))
  return understanding
}
