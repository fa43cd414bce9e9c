import { describe, expect, it } from 'vitest'
import { Problem } from '@/base'
import type { DraftPhoto } from '@/file'
import type { Entry, Keep } from './entry'
import { createOutbox, type Post } from './outbox'

/** A device that keeps plain data, and a server that can be out of reach or say no. */
function world() {
  const kept = new Map<string, string>()
  const got: { key: string; body: Record<string, unknown>; photoIds: string[] }[] = []
  const server = { reachable: true, refuses: '' as string, photos: 0, hears: true }
  const shelf = new Set<string>()
  const keep: Keep = {
    all: async () => [...kept.values()].map(text => JSON.parse(text) as Entry),
    get: async id => {
      const text = kept.get(id)
      return text ? (JSON.parse(text) as Entry) : undefined
    },
    put: async entry => void kept.set(entry.id, JSON.stringify(entry)),
    remove: async id => void kept.delete(id),
  }
  let turn = Promise.resolve<unknown>(undefined)
  const post: Post = {
    keep,
    sendPhoto: async photo => {
      if (!server.reachable) throw Problem.offline()
      return shelf.has(photo.key) ? `f${++server.photos}` : null
    },
    dropPhoto: async photo => void shelf.delete(photo.key),
    alone: work => {
      const mine = turn.then(work, work)
      turn = mine
      return mine
    },
  }
  const send = async (key: string, body: Record<string, unknown>, photoIds: string[]) => {
    if (!server.reachable) throw Problem.offline()
    if (server.refuses) throw Problem.from({ code: server.refuses, detail: '不行', errors: [] }, 422)
    // The same key is the same deed, as the server has it.
    if (!got.some(one => one.key === key)) got.push({ key, body, photoIds })
    if (!server.hears) throw Problem.offline()
    return { number: got.length }
  }
  const tab = async (account = 'a') => {
    const outbox = createOutbox(post)
    outbox.way('report', send)
    await outbox.as(account)
    return outbox
  }
  return { tab, kept, got, server, shelf }
}

const made = (key: string, photos: DraftPhoto[] = []) => ({
  way: 'report',
  key,
  body: { words: `路灯不亮 ${key}` },
  photos,
  title: key,
})

describe('the outbox', () => {
  it('sends at once when it can, and keeps nothing', async () => {
    const { tab, kept, got } = world()
    const outbox = await tab()
    expect(await outbox.deliver(made('k1'))).toEqual({ state: 'sent', answer: { number: 1 } })
    expect(got).toHaveLength(1)
    expect(kept.size).toBe(0)
  })

  it('keeps what cannot be sent, photos too, and sends it once and in order', async () => {
    const { tab, got, server, shelf } = world()
    server.reachable = false
    shelf.add('p1')
    const before = await tab()
    expect(await before.deliver(made('k1', [{ key: 'p1', name: '墙.jpg' }]))).toEqual({ state: 'waiting' })
    await before.deliver(made('k2'))
    await before.sendAll()
    expect(before.entries.value.map(entry => entry.key)).toEqual(['k1', 'k2'])

    const after = await tab()
    server.reachable = true
    await Promise.all([after.sendAll(), after.sendAll(), before.sendAll()])
    expect(got.map(one => one.key)).toEqual(['k1', 'k2'])
    expect(got[0]?.photoIds).toEqual(['f1'])
    expect(shelf.size).toBe(0)
    expect(after.entries.value).toEqual([])
  })

  it('repeats the key when the answer was lost, so that it is done once', async () => {
    const { tab, got, server } = world()
    const outbox = await tab()
    server.hears = false
    expect((await outbox.deliver(made('k1'))).state).toBe('waiting')
    server.hears = true
    await outbox.sendAll()
    expect(got).toHaveLength(1)
    expect(outbox.entries.value).toEqual([])
  })

  it('parks what is refused with its reason and lets the others pass', async () => {
    const { tab, got, server } = world()
    const outbox = await tab()
    server.reachable = false
    await outbox.deliver(made('k1'))
    server.reachable = true
    server.refuses = 'matter-unknown'
    await outbox.sendAll()
    expect(outbox.entries.value[0]).toMatchObject({ state: 'parked', problem: { detail: '不行' } })
    server.refuses = ''
    await outbox.deliver(made('k2'))
    await outbox.sendAll()
    expect(got.map(one => one.key)).toEqual(['k2'])
    const taken = await outbox.take(outbox.entries.value[0]!.id)
    expect(taken?.body).toEqual({ words: '路灯不亮 k1' })
    expect(outbox.entries.value).toEqual([])
  })

  it('tells a form at once what is refused, and keeps nothing of it', async () => {
    const { tab, kept, server } = world()
    server.refuses = 'settle-outside'
    const outcome = await (await tab()).deliver(made('k1'))
    expect(outcome).toMatchObject({ state: 'parked', problem: { code: 'settle-outside' } })
    expect(kept.size).toBe(0)
  })

  it('gives photos to the server once more when it has forgotten them', async () => {
    const { tab, got, server, shelf } = world()
    const outbox = await tab()
    shelf.add('p1')
    server.reachable = false
    await outbox.deliver(made('k1', [{ key: 'p1', name: '墙.jpg', id: 'old' }]))
    server.reachable = true
    outbox.way('report', async (key, body, photoIds) => {
      if (photoIds.includes('old')) throw Problem.from({ code: 'file-not-yours' }, 422)
      got.push({ key, body, photoIds })
    })
    await outbox.sendAll()
    expect(got).toEqual([{ key: 'k1', body: { words: '路灯不亮 k1' }, photoIds: ['f1'] }])
  })

  it("shows and sends nobody else's", async () => {
    const { tab, got, server, kept } = world()
    server.reachable = false
    const mine = await tab('a')
    await mine.deliver(made('k1'))
    server.reachable = true
    const other = await tab('b')
    await other.sendAll()
    expect(other.entries.value).toEqual([])
    await other.drop([...kept.keys()][0]!)
    expect(got).toEqual([])
    expect(kept.size).toBe(1)
    await mine.sendAll()
    expect(got).toHaveLength(1)
  })
})
