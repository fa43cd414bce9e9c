import type { Receipt } from '../api'

const KEPT = 'mulin.receipt.'

/** A receipt is shown once, right after filing; it lives with the tab, so that a reload does not lose the query code. */
export const receipts = {
  keep: (receipt: Receipt) => sessionStorage.setItem(KEPT + receipt.appealId, JSON.stringify(receipt)),
  find(appealId: string): Receipt | null {
    const kept = sessionStorage.getItem(KEPT + appealId)
    return kept ? (JSON.parse(kept) as Receipt) : null
  },
}
