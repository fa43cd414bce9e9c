import { computed, onUnmounted, shallowRef, watch } from 'vue'
import { inboxApi, type InboxState } from './api'
import { chime } from './chime'
import { followInbox } from './live'

const SHOWN_MAX = 99

const state = shallowRef<InboxState | null>(null)
const unread = computed(() => state.value?.unread ?? 0)
const badge = computed(() => (unread.value > SHOWN_MAX ? `${SHOWN_MAX}+` : `${unread.value}`))

/** New work since the last state; the first state of a visit brings nothing new. Ids grow with time. */
export function isNewWork(before: InboxState | null, now: InboxState): boolean {
  return before !== null && !!now.newestWorkId && now.newestWorkId > (before.newestWorkId ?? '')
}

/** Whether messages have come since the last state: the first state of a visit only says how many there are. */
export const hasMore = (before: InboxState | null, now: InboxState | null): boolean =>
  before !== null && now !== null && now.unread > before.unread

/** What stands in the window's title before the page. */
export const inboxTitle = () => (unread.value ? `(${badge.value}) ` : '')

let newestWork: InboxState | null = null
export function hear(now: InboxState, leads: boolean): void {
  const isNew = isNewWork(newestWork, now)
  if (!newestWork || isNew) newestWork = now
  state.value = now
  // One tab of all makes the sound.
  if (isNew && leads) chime()
}

/** Follows the inbox of the account that is signed in, as long as there is one and the caller is mounted. */
export function useLiveInbox(account: () => string | null | undefined): void {
  let stop = () => {}
  watch(
    account,
    now => {
      stop()
      stop = () => {}
      state.value = null
      newestWork = null
      if (now) stop = followInbox(now, hear)
    },
    { immediate: true },
  )
  onUnmounted(() => stop())
}

export function useInbox() {
  return {
    state,
    unread,
    badge,
    /** Counts again at once what was read here; other tabs and devices hear it from the server. */
    read: async (ids: string[]) => {
      state.value = await inboxApi.read(ids)
    },
    readAll: async (before: string) => {
      state.value = await inboxApi.readAll(before)
    },
  }
}
