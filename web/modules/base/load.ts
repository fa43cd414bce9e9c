import { nextTick, ref, shallowRef } from 'vue'
import { onLanguage } from './locale'
import { Problem } from './problem'

/** What is being read from the server for the first time since a page was opened. */
const coming = new Set<Promise<unknown>>()

function first<T>(reading: Promise<T>): Promise<T> {
  coming.add(reading)
  const come = () => coming.delete(reading)
  reading.then(come, come)
  return reading
}

/** One reading from the server with its three faces: waiting, failed, there. The latest call wins. */
export function useLoad<A extends unknown[], T>(read: (...args: A) => Promise<T>) {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let latest = 0
  let asked: A | undefined

  async function load(...args: A): Promise<void> {
    const mine = ++latest
    asked = args
    loading.value = true
    problem.value = null
    try {
      const found = await (data.value === null ? first(read(...args)) : read(...args))
      if (mine === latest) data.value = found
    } catch (thrown) {
      if (mine === latest) problem.value = Problem.of(thrown)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  onLanguage(() => {
    if (asked) void load(...asked)
  })

  return { data, problem, loading, load }
}

const ROWS = 'rows'
const rowsHere = (): number => Number((window.history.state as Record<string, unknown> | null)?.[ROWS] ?? 0)
/** The entry of the history knows how far its list was read, so that whoever comes back finds it so. */
function remember(rows: number): void {
  if (rowsHere() !== rows) window.history.replaceState({ ...window.history.state, [ROWS]: rows }, '')
}

/** A list read page by page with a keyset cursor. */
export function usePages<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; next?: string | null }>) {
  const items = shallowRef<T[]>([])
  const next = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const ready = ref(false)
  let latest = 0
  let asked = false
  let left = rowsHere()

  /** @param least how many rows are there afterwards, if there are so many */
  async function fetchPages(cursor: string | undefined, before: T[], least = 0): Promise<boolean> {
    const mine = ++latest
    asked = true
    loading.value = true
    problem.value = null
    try {
      const found = [...before]
      let at = cursor
      do {
        const page = await (ready.value ? read(at) : first(read(at)))
        if (mine !== latest) return false
        found.push(...page.items)
        at = page.next ?? undefined
      } while (at && found.length < least)
      items.value = found
      next.value = at ?? null
      ready.value = true
      return true
    } catch (thrown) {
      if (mine === latest) problem.value = Problem.of(thrown)
      return false
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  async function restart(): Promise<void> {
    const least = left
    if (!least) remember(0)
    if (await fetchPages(undefined, [], least)) left = 0
  }

  async function more(): Promise<void> {
    if (await fetchPages(next.value ?? undefined, items.value)) remember(items.value.length)
  }

  onLanguage(() => {
    if (asked) void fetchPages(undefined, [], items.value.length)
  })

  return { items, next, problem, loading, ready, restart, more }
}

/** What {@link usePages} gives, whatever its rows are. */
export type Pages = ReturnType<typeof usePages<unknown>>

const PATIENCE_ms = 5_000

/**
 * Where a page that somebody comes back to was left, as soon as what it shows has come.
 *
 * @param saved the place that the router remembers; a page that is opened anew begins at its top
 */
export async function backAt<P>(saved: P | null): Promise<P | { top: number } | false> {
  if (!saved) return { top: 0 }
  const entry = window.history.state?.position as unknown
  const until = Date.now() + PATIENCE_ms
  while (coming.size && Date.now() < until) {
    await Promise.race([Promise.allSettled(coming), new Promise(done => setTimeout(done, until - Date.now()))])
    await nextTick()
  }
  return entry === window.history.state?.position && saved
}
