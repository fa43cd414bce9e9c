import { computed } from 'vue'
import { useAttempt, useLoad } from '@/base'
import { listsApi, type SavedFilter } from '../../listsApi'
import { chosenOf, same, type Chosen } from '../queueFilter'

/** Counted no further than this. */
const COUNTED = 99

/** A person's own filters with what stands behind them now; every write answers all of them anew. */
export function useSavedFilters() {
  const loaded = useLoad(listsApi.saved)
  const writing = useAttempt()
  const all = computed<SavedFilter[]>(() => loaded.data.value ?? [])

  async function write(work: (key: string) => Promise<SavedFilter[]>): Promise<boolean> {
    const done = await writing.run(work)
    if (done) loaded.data.value = done.value
    else if (writing.problem.value?.stale) await loaded.load()
    return Boolean(done)
  }

  return {
    all,
    problem: loaded.problem,
    load: loaded.load,
    writing,
    /** What went wrong with the last thing is no news to the next. */
    beginAnew: () => void (writing.problem.value = null),
    save: (name: string, filter: Chosen, start: boolean) =>
      write(key => listsApi.save(key, { name: name.trim(), filter, start })),
    change: (one: SavedFilter, to: Partial<Pick<SavedFilter, 'name' | 'filter' | 'start'>>) => {
      const { name, filter, start, version } = { ...one, ...to }
      return write(key => listsApi.change(key, one.id, { name: name.trim(), filter, start, version }))
    },
    remove: (one: SavedFilter) => write(key => listsApi.remove(key, one.id, one.version)),
    /** The one that shows the list as it is chosen now. */
    of: (chosen: Chosen) => all.value.find(one => same(chosenOf(one.filter), chosen)),
  }
}

export type SavedFilters = ReturnType<typeof useSavedFilters>

export const countText = (count: number | null | undefined): string =>
  count === null || count === undefined ? '—' : count > COUNTED ? `${COUNTED}+` : String(count)
