import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { isWithin } from '@/area'
import { insightApi, type Changed, type Changes } from './api'

const KEPT = 30
const RETRY_ms = 5_000
const RETRY_MAX_ms = 120_000
/** Who only passes through opens no line; the server gives an account few, and the newest push out the oldest. */
const ARRIVE_ms = 700
/** Changes that come together are looked at together. */
const SETTLE_ms = 300

/** Connected, coming back, or not yet known. */
export type Line = 'waiting' | 'live' | 'broken'

/** The news of an area without what lies elsewhere; without an area all of them. */
export const newsOf = (news: readonly Changed[], area: string | undefined): Changed[] =>
  news.filter(one => area === undefined || isWithin(one.areaCode, area))

/** What changes while somebody looks; `look` is called once for changes that come together. */
export function useLive(area: Ref<string | undefined>, look: () => void) {
  const news = shallowRef<Changed[]>([])
  const line = ref<Line>('waiting')
  let source: EventSource | undefined
  let settle: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let retry_ms = RETRY_ms

  function lookSoon(): void {
    settle ??= setTimeout(() => {
      settle = undefined
      look()
    }, SETTLE_ms)
  }

  function hear(message: MessageEvent<string>): void {
    const changes = JSON.parse(message.data) as Changes
    const fresh = new Set(changes.tickets.map(ticket => ticket.id))
    news.value = [...changes.tickets, ...news.value.filter(ticket => !fresh.has(ticket.id))].slice(0, KEPT)
    lookSoon()
  }

  function connect(): void {
    disconnect()
    source = insightApi.stream(area.value)
    source.addEventListener('changed', hear as (event: Event) => void)
    source.addEventListener('open', () => {
      // something may have happened while nobody listened
      if (line.value === 'broken') lookSoon()
      line.value = 'live'
      retry_ms = RETRY_ms
    })
    source.addEventListener('error', () => {
      line.value = 'broken'
      // the browser comes back by itself unless it was refused
      if (source?.readyState !== EventSource.CLOSED) return
      retry = setTimeout(connect, retry_ms)
      retry_ms = Math.min(retry_ms * 2, RETRY_MAX_ms)
    })
  }

  function disconnect(): void {
    clearTimeout(retry)
    source?.close()
    source = undefined
  }

  /** A tab that nobody sees needs no line, nor does a page that is being left; it looks again when it is seen. */
  function attend(): void {
    disconnect()
    if (document.visibilityState === 'visible') retry = setTimeout(connect, ARRIVE_ms)
    else if (line.value === 'live') line.value = 'broken'
  }

  watch(
    area,
    code => {
      news.value = newsOf(news.value, code)
      attend()
    },
    { immediate: true },
  )
  document.addEventListener('visibilitychange', attend)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', attend)
    clearTimeout(settle)
    disconnect()
  })
  return { news, line }
}
