import type { SettlementMatter } from './api'

const KEPT = 'mulin.settle.matters'

/** The matters as they were last read, so that something can be settled without a connection, too. */
export const keptMatters = {
  get(): SettlementMatter[] {
    try {
      return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as SettlementMatter[]
    } catch {
      return []
    }
  },
  put: (matters: SettlementMatter[]) => localStorage.setItem(KEPT, JSON.stringify(matters)),
}
