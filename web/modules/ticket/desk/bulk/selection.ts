import { computed, shallowRef } from 'vue'

interface Row {
  id: string
}

/** Which rows of a list are selected; a range goes from the row touched last to the one touched now. */
export function useSelection(rows: () => readonly Row[]) {
  const ids = shallowRef<ReadonlySet<string>>(new Set())
  let anchor: string | undefined

  const place = (id: string | undefined) => rows().findIndex(row => row.id === id)

  function toggle(id: string, range = false): void {
    const on = !ids.value.has(id)
    const from = range ? place(anchor) : -1
    const to = place(id)
    const touched = from < 0 ? [id] : between(from, to).map(row => row.id)
    const next = new Set(ids.value)
    for (const one of touched) {
      if (on) next.add(one)
      else next.delete(one)
    }
    ids.value = next
    anchor = id
  }

  const between = (from: number, to: number) => rows().slice(Math.min(from, to), Math.max(from, to) + 1)

  function selectAll(on: boolean): void {
    ids.value = new Set(on ? rows().map(row => row.id) : [])
  }

  const every = computed(() => rows().length > 0 && rows().every(row => ids.value.has(row.id)))

  return {
    ids,
    every,
    some: computed(() => ids.value.size > 0 && !every.value),
    has: (id: string) => ids.value.has(id),
    toggle,
    selectAll,
    only: (kept: Iterable<string>) => (ids.value = new Set(kept)),
    clear: () => selectAll(false),
  }
}

export type Selection = ReturnType<typeof useSelection>
