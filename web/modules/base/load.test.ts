import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { backAt, useLoad, usePages } from './load'
import { applyLocale, currentLocale } from './locale'

/** Three rows on each of three pages, said in the reader's language. */
const PAGE = 3
const page = (cursor: string | undefined) => {
  const at = Number(cursor ?? 0)
  const items = Array.from({ length: PAGE }, (_, row) => `${currentLocale()}${at * PAGE + row}`)
  return Promise.resolve({ items, next: at < 2 ? String(at + 1) : null })
}
let scope: EffectScope
const opened = <T>(use: () => T): T => (scope = effectScope()).run(use) as T
const later = () => new Promise(done => setTimeout(done))

beforeEach(() => {
  applyLocale('zh')
  window.history.replaceState({ position: 1 }, '')
})
afterEach(() => scope.stop())

describe('what the server says in words', () => {
  it('is read anew in the other language, as far as it was asked for', async () => {
    const idle = opened(() => useLoad(() => Promise.resolve(currentLocale())))
    const one = scope.run(() => useLoad((name: string) => Promise.resolve(name + currentLocale())))!
    const list = scope.run(() => usePages(page))!
    await one.load('张')
    await list.restart()
    await list.more()
    applyLocale('en')
    await later()
    expect(one.data.value).toBe('张en')
    expect(list.items.value).toEqual(['en0', 'en1', 'en2', 'en3', 'en4', 'en5'])
    expect(list.next.value).toBe('2')
    expect(idle.data.value).toBeNull()
  })
})

describe('a list that somebody comes back to', () => {
  it('is as long as it was left, and begins anew when it is asked for other rows', async () => {
    const before = opened(() => usePages(page))
    await before.restart()
    await before.more()
    scope.stop()
    const after = opened(() => usePages(page))
    await after.restart()
    expect([after.items.value.length, after.next.value]).toEqual([2 * PAGE, '2'])
    await after.restart()
    expect(after.items.value.length).toBe(PAGE)
    scope.stop()
    const again = opened(() => usePages(page))
    await again.restart()
    expect(again.items.value.length).toBe(PAGE)
  })

  it('is shown at its place once its rows are there', async () => {
    let answer: (page: { items: string[] }) => void = () => undefined
    const list = opened(() => usePages(() => new Promise<{ items: string[] }>(done => (answer = done))))
    void list.restart()
    let at: unknown = 'waits'
    void backAt({ top: 2216 }).then(found => (at = found))
    await later()
    expect(at).toBe('waits')
    answer({ items: ['一'] })
    await later()
    expect(at).toEqual({ top: 2216 })
    expect(await backAt(null)).toEqual({ top: 0 })
  })

  it('is not moved for somebody who has gone on', async () => {
    let answer: (page: { items: string[] }) => void = () => undefined
    const list = opened(() => usePages(() => new Promise<{ items: string[] }>(done => (answer = done))))
    void list.restart()
    const place = backAt({ top: 2216 })
    window.history.replaceState({ position: 2 }, '')
    answer({ items: [] })
    expect(await place).toBe(false)
  })
})
