import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { ID } from '@/base'

/** From the ground up: a module may import only what stands before it, and only through its index. */
const ORDER = [
  'base',
  'design',
  'chart',
  'demo',
  'file',
  'outbox',
  'policy',
  'area',
  'organization',
  'access',
  'triage',
  'ticket',
  'grid',
  'admission',
  'insight',
  'notice',
  'exchange',
]
const HERE = resolve(import.meta.dirname)

const sources = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter(
  path => /\.(ts|vue)$/.test(path) && !path.endsWith('.gen.ts') && path !== 'house.test.ts',
)
const imports = (path: string) =>
  [...readFileSync(join(HERE, path), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    found => found[1] ?? '',
  )
type Tree = { [word: string]: Tree | string }
const at = (tree: Tree | string | undefined, [first, ...rest]: string[]): Tree | string | undefined =>
  first === undefined || tree === undefined || typeof tree === 'string' ? tree : at(tree[first], rest)
/** What every catalogue of words exports, in one language. */
const catalogues = (language: 'zh' | 'en') =>
  Object.values(
    import.meta.glob<Record<string, unknown>>(
      ['./**/*ords.ts', './**/wordsZh.ts', './**/wordsEn.ts', '../faces/**/words.ts'],
      { eager: true },
    ),
  ).flatMap(file =>
    Object.values(file).flatMap(each => {
      const tree = (each as Record<string, Tree> | undefined)?.[language] ?? (each as Tree | undefined)
      return tree && typeof tree === 'object' ? [tree] : []
    }),
  )
const words = catalogues('zh')
const texts = (tree: Tree | string): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree).flatMap(texts)
/** Numbers that the program or the pack sets and that are never one, and what counts nothing. */
const NEVER_ONE =
  /last \{n\} days|in \{n\} s\b|^\{n\} s$|within \{n\} bits|\{n\} points or more|[Vv]ersion \{n\}|model \{n\}|\{n\} as before/i
const moduleOf = (path: string) => path.split('/')[0] ?? ''

describe('the web house', () => {
  it('has every module in the order', () => {
    expect([...new Set(sources.map(moduleOf))].sort()).toEqual([...ORDER].sort())
  })

  it('knows what is no id before it asks for it', () => {
    for (const path of sources) expect(readFileSync(join(HERE, path), 'utf8'), path).not.toMatch(/path: ['`][^'`]*:id/)
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: `/tickets/${ID}/clock`, name: 'clock', component: {} },
        { path: '/:rest(.*)*', name: 'nowhere', component: {} },
      ],
    })
    expect(router.resolve('/tickets/0199a3f0-1c2d-7abc-8def-0123456789ab/clock').name).toBe('clock')
    expect(router.resolve('/tickets/not-a-uuid/clock').name).toBe('nowhere')
  })

  it.each(sources)('%s comes in through doors only, from the ground up', path => {
    const mine = moduleOf(path)
    for (const target of imports(path)) {
      if (target.startsWith('@/')) {
        const other = target.slice(2)
        expect(ORDER, `${target} goes past index.ts`).toContain(other)
        expect(ORDER.indexOf(other), `${mine} stands below ${other}`).toBeLessThan(ORDER.indexOf(mine))
      } else if (target.startsWith('.')) {
        const file = relative(HERE, resolve(HERE, dirname(path), target))
        expect(moduleOf(file), `${target} leaves the module without a door`).toBe(mine)
      }
    }
  })

  it('counts in English as one does: one ticket, two tickets', () => {
    const counting = catalogues('en')
      .flatMap(texts)
      .filter(text => /\{(?:n|count)\} (?:\w+ )?\w+s\b/.test(text) && !/[一-鿿]/.test(text))
    expect(counting.length).toBeGreaterThan(30)
    expect(counting.filter(text => !text.includes(' | ') && !NEVER_ONE.test(text))).toEqual([])
  })

  it('says nothing that has no words', () => {
    const said = new Set(
      sources.flatMap(path =>
        [...readFileSync(join(HERE, path), 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map(found => found[1] ?? ''),
      ),
    )
    const missing = [...said].filter(key => !words.some(tree => at(tree, key.split('.'))))
    expect(missing).toEqual([])
  })
})
