import type { Receipt } from '../api'

const KEPT = 'mulin.receipt.'

/** @param neighbours how many reported it before whoever joined them; null for a ticket of one's own */
type Kept = Receipt & { neighbours: number | null }

/** A receipt is shown once, right after filing; it lives with the tab, so that a reload does not lose the query code. */
export const receipts = {
  keep: (receipt: Kept) => sessionStorage.setItem(KEPT + receipt.appealId, JSON.stringify(receipt)),
  find(appealId: string): Kept | null {
    const kept = sessionStorage.getItem(KEPT + appealId)
    return kept ? (JSON.parse(kept) as Kept) : null
  },
}
