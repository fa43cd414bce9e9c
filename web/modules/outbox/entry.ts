import type { FieldProblem } from '@/base'
import type { DraftPhoto } from '@/file'

/** 待发送: something that its author has finished and the server does not have yet. */
export interface Entry {
  id: string
  /** Whose it is: another account on the same device neither sees nor sends it. */
  account: string
  /** How it is sent; each module names its ways. */
  way: string
  /** The Idempotency-Key: the same for every try, so that a lost answer is not a second deed. */
  key: string
  /** What is sent, but for the photos' ids; what the way needs to find its address is in here too. */
  body: Record<string, unknown>
  photos: DraftPhoto[]
  title: string
  at: number
  state: 'waiting' | 'parked'
  /** Why the server refused it, for correction. */
  problem?: { detail: string; fields: readonly FieldProblem[] }
}

/** Where entries are kept; the device's own store, or a list in tests. */
export interface Keep {
  all(): Promise<Entry[]>
  get(id: string): Promise<Entry | undefined>
  put(entry: Entry): Promise<void>
  remove(id: string): Promise<void>
}
