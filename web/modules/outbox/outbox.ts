import { shallowRef } from 'vue'
import { Problem } from '@/base'
import type { DraftPhoto } from '@/file'
import type { Entry, Keep } from './entry'

/** What sending needs of the browser; tests bring their own. */
export interface Post {
  keep: Keep
  /** Gives the server one photo and answers its id; null when the device no longer has it. */
  sendPhoto: (photo: DraftPhoto) => Promise<string | null>
  dropPhoto: (photo: DraftPhoto) => Promise<void>
  /** One tab of all sends at a time. */
  alone: <T>(work: () => Promise<T>) => Promise<T>
}

export type Send = (key: string, body: Record<string, unknown>, photoIds: string[]) => Promise<unknown>

export type Outcome =
  { state: 'sent'; answer: unknown } | { state: 'waiting' } | { state: 'parked'; problem: Problem } | { state: 'gone' }

/**
 * Keeps what was finished until the server has it: sent in order, each once. A lost connection, a busy server and an
 * expired session stop the sending, what is left waits; a refusal parks its entry and lets the others pass.
 */
export function createOutbox(post: Post) {
  const entries = shallowRef<Entry[]>([])
  const ways = new Map<string, Send>()
  let account = ''

  async function look(): Promise<void> {
    entries.value = account
      ? (await post.keep.all()).filter(entry => entry.account === account).sort((one, other) => one.at - other.at)
      : []
  }

  async function as(who: string): Promise<void> {
    account = who
    await look()
  }

  /** Photos that lay too long at the server unused are gone there: they go up once more. */
  async function photoIds(entry: Entry, anew: boolean): Promise<string[]> {
    const ids: string[] = []
    for (const photo of entry.photos) {
      if (anew) delete photo.id
      if (!photo.id) {
        const id = await post.sendPhoto(photo)
        if (!id) continue
        photo.id = id
        await post.keep.put(entry)
      }
      ids.push(photo.id)
    }
    return ids
  }

  async function carry(entry: Entry): Promise<unknown> {
    const send = ways.get(entry.way)
    if (!send) throw new Error(`no way ${entry.way}`)
    try {
      return await send(entry.key, entry.body, await photoIds(entry, false))
    } catch (thrown) {
      const lost = Problem.of(thrown).code === 'file-not-yours' && entry.photos.length > 0
      if (!lost) throw thrown
      return send(entry.key, entry.body, await photoIds(entry, true))
    }
  }

  async function forget(entry: Entry): Promise<void> {
    await post.keep.remove(entry.id)
    for (const photo of entry.photos) await post.dropPhoto(photo)
  }

  /** Read anew inside the lock: another tab may have sent it meanwhile. */
  async function sendOne(id: string): Promise<Outcome> {
    const entry = await post.keep.get(id)
    if (!entry || entry.account !== account) return { state: 'gone' }
    try {
      const answer = await carry(entry)
      await forget(entry)
      return { state: 'sent', answer }
    } catch (thrown) {
      const problem = Problem.of(thrown)
      if (!problem.final) return { state: 'waiting' }
      await post.keep.put({
        ...entry,
        state: 'parked',
        problem: { detail: problem.detail, fields: problem.fields.map(field => ({ ...field })) },
      })
      return { state: 'parked', problem }
    }
  }

  async function sendAll(): Promise<void> {
    await post.alone(async () => {
      await look()
      for (const entry of entries.value.filter(one => one.state === 'waiting')) {
        if ((await sendOne(entry.id)).state === 'waiting') break
      }
    })
    await look()
  }

  /** Keeps it first, then tries at once: whatever happens in between, it is not lost. */
  async function deliver(made: Pick<Entry, 'way' | 'key' | 'body' | 'photos' | 'title'>): Promise<Outcome> {
    const entry: Entry = { ...made, id: crypto.randomUUID(), account, at: Date.now(), state: 'waiting' }
    await post.keep.put(entry)
    await look()
    const outcome = await post.alone(() => sendOne(entry.id))
    // Refused while its author still has the form: the form says why, and keeps what it holds.
    if (outcome.state === 'parked') await post.keep.remove(entry.id)
    await look()
    return outcome
  }

  /** Hands a parked entry back to a form; its photos stay on the device. */
  async function take(id: string): Promise<Entry | undefined> {
    const entry = await post.keep.get(id)
    if (!entry || entry.account !== account) return undefined
    await post.keep.remove(id)
    await look()
    return entry
  }

  async function drop(id: string): Promise<void> {
    const entry = await post.keep.get(id)
    if (entry && entry.account === account) await forget(entry)
    await look()
  }

  return {
    entries,
    as,
    look,
    sendAll,
    deliver,
    take,
    drop,
    way: (name: string, send: Send) => void ways.set(name, send),
  }
}

export type Outbox = ReturnType<typeof createOutbox>
