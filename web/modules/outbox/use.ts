import { computed, onUnmounted, watch } from 'vue'
import { fileApi, shelf } from '@/file'
import { device } from './device'
import { createOutbox } from './outbox'

const AGAIN_ms = 15_000

export const outbox = createOutbox({
  keep: device,
  sendPhoto: async photo => {
    const kept = await shelf.get(photo.key)
    return kept ? (await fileApi.store(kept, photo.name)).id : null
  },
  dropPhoto: photo => shelf.remove(photo.key),
  alone: work =>
    'locks' in navigator ? (navigator.locks.request('mulin-outbox', work) as ReturnType<typeof work>) : work(),
})

const waiting = computed(() => outbox.entries.value.filter(entry => entry.state === 'waiting'))
const parked = computed(() => outbox.entries.value.filter(entry => entry.state === 'parked'))

export const useOutbox = () => ({
  entries: outbox.entries,
  waiting,
  parked,
  count: computed(() => outbox.entries.value.length),
})

/** Sends what waits as soon as there is a connection, as long as somebody is signed in and the caller is mounted. */
export function useSending(account: () => string | null | undefined): void {
  const send = () => void outbox.sendAll().catch(() => undefined)
  const look = () => {
    if (waiting.value.length && document.visibilityState === 'visible') send()
  }
  const clock = setInterval(look, AGAIN_ms)
  addEventListener('online', send)
  document.addEventListener('visibilitychange', look)
  watch(
    account,
    async now => {
      await outbox.as(now ?? '').catch(() => undefined)
      if (now) send()
    },
    { immediate: true },
  )
  onUnmounted(() => {
    clearInterval(clock)
    removeEventListener('online', send)
    document.removeEventListener('visibilitychange', look)
  })
}
