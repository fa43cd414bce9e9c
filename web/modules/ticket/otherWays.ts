import { onUnmounted, shallowRef, watch } from 'vue'
import { onLanguage } from '@/base'
import { appealApi, type OtherWays } from './api'

const ASK_AFTER_ms = 250
const ASK_FROM = 2
const ASK_MOST = 4000
const NONE: OtherWays = { dangers: [], ways: [] }

/** Asked at almost every pause: whoever is in danger does not finish the sentence. */
export function useOtherWays(words: () => string) {
  const found = shallowRef<OtherWays>(NONE)
  let asking: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  async function ask(): Promise<void> {
    const mine = ++latest
    const text = words().trim().slice(0, ASK_MOST)
    if (text.length < ASK_FROM) {
      found.value = NONE
      return
    }
    // What was found stays while the connection fails.
    const answer = await appealApi.otherWays(text).catch(() => null)
    if (answer && mine === latest) found.value = answer
  }

  watch(
    words,
    () => {
      clearTimeout(asking)
      asking = setTimeout(() => void ask(), ASK_AFTER_ms)
    },
    { immediate: true },
  )
  onLanguage(() => void ask())
  onUnmounted(() => clearTimeout(asking))
  return found
}
