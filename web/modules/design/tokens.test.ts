import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const WEB = resolve(import.meta.dirname, '../..')
const TOKENS = 'modules/design/tokens.css'
/** The root size of each face is a value of that face; vant's own sizes are set in px, as it knows no other. */
const ROOTS = new Set([
  'modules/design/ground.css',
  'faces/command/command.css',
  'faces/desk/desk.css',
  'faces/resident/elder.css',
])

const sheets = ['modules', 'faces']
  .flatMap(folder => readdirSync(join(WEB, folder), { recursive: true, encoding: 'utf8' }).map(at => `${folder}/${at}`))
  .filter(path => /\.(vue|css)$/.test(path) && path !== TOKENS)
const text = (path: string) => readFileSync(join(WEB, path), 'utf8')
/** Of a component only the style counts; pictures in templates may use values too, so their colours count as well. */
const lines = (path: string) => text(path).split('\n')

describe('one set of values', () => {
  it.each(sheets)('%s takes its colours and sizes from tokens.css', path => {
    const colours = lines(path).filter(
      line => /#[0-9a-f]{3,8}\b(?!\))|\brgba?\(|\bhsla?\(/i.test(line) && !/href|id=/.test(line),
    )
    expect(colours, 'a colour of its own').toEqual([])
    if (ROOTS.has(path)) return
    const sizes = lines(path).filter(line => /font-size:(?!\s*(?:var\(|inherit))/.test(line))
    expect(sizes, 'a text size of its own').toEqual([])
    const corners = lines(path).filter(line => /border-radius:\s*\d+px/.test(line))
    expect(corners, 'a corner of its own').toEqual([])
  })

  it('knows every value that is asked for', () => {
    const known = new Set([...text(TOKENS).matchAll(/(--[\w-]+):/g)].map(found => found[1]))
    for (const path of sheets) for (const found of text(path).matchAll(/(--[\w-]+):/g)) known.add(found[1])
    for (const path of sheets) {
      for (const found of text(path).matchAll(/var\((--[\w-]+)/g)) {
        const name = found[1] ?? ''
        if (!/^--(?:el|van)-/.test(name)) expect(known, `${path} asks for ${name}`).toContain(name)
      }
    }
  })
})
