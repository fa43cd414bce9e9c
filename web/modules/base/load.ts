import { ref, shallowRef } from 'vue'
import { Problem } from './problem'

/** One reading from the server with its three faces: waiting, failed, there. The latest call wins. */
export function useLoad<A extends unknown[], T>(read: (...args: A) => Promise<T>) {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let latest = 0

  async function load(...args: A): Promise<void> {
    const mine = ++latest
    loading.value = true
    problem.value = null
    try {
      const found = await read(...args)
      if (mine === latest) data.value = found
    } catch (thrown) {
      if (mine === latest) problem.value = Problem.of(thrown)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  return { data, problem, loading, load }
}

/** A list read page by page with a keyset cursor. */
export function usePages<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; next?: string | null }>) {
  const items = shallowRef<T[]>([])
  const next = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const ready = ref(false)
  let latest = 0

  async function fetchPage(cursor: string | undefined, before: T[]): Promise<void> {
    const mine = ++latest
    loading.value = true
    problem.value = null
    try {
      const page = await read(cursor)
      if (mine !== latest) return
      items.value = [...before, ...page.items]
      next.value = page.next ?? null
      ready.value = true
    } catch (thrown) {
      if (mine === latest) problem.value = Problem.of(thrown)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  return {
    items,
    next,
    problem,
    loading,
    ready,
    restart: () => fetchPage(undefined, []),
    more: () => fetchPage(next.value ?? undefined, items.value),
  }
}

/** What {@link usePages} gives, whatever its rows are. */
export type Pages = ReturnType<typeof usePages<unknown>>
