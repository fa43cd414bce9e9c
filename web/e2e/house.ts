import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Browser, type BrowserContext, type Page, type Request } from '@playwright/test'

const FONTS = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'))
const FONT_PATH = '/__e2e__/fonts'

/** A bare machine has no Chinese font; the pages' own font list names "Noto Sans SC", so the tests bring that one. */
async function bringFont(context: BrowserContext): Promise<void> {
  const sheet = readFileSync(join(FONTS, 'index.css'), 'utf8').replaceAll('Noto Sans SC Variable', 'Noto Sans SC')
  await context.route(`**${FONT_PATH}/**`, route => {
    const path = new URL(route.request().url()).pathname.slice(FONT_PATH.length + 1)
    if (path === 'index.css') return route.fulfill({ contentType: 'text/css', body: sheet })
    return route.fulfill({ path: join(FONTS, path), contentType: 'font/woff2' })
  })
  await context.addInitScript(href => {
    document.addEventListener('DOMContentLoaded', () => {
      const link = document.createElement('link')
      link.rel = 'stylesheet'
      link.href = href
      // The map writes on a canvas, which does not wait for fonts: have the names of the demo's grids at hand.
      link.addEventListener(
        'load',
        () => void document.fonts.load('16px "Noto Sans SC"', '百花湖魁星路第一二三网格鹄岚巢圩珊钤'),
      )
      document.head.append(link)
    })
  }, `${FONT_PATH}/index.css`)
}

/** Windows of further people, which go with their journey: what stays open goes on drawing and listening. */
const opened: BrowserContext[] = []

/** What the pages did that no page may do, in every window of a journey. */
const outside: string[] = []
const broken: string[] = []

/** What the windows of a journey still wait for. */
const waiting = new WeakMap<BrowserContext, Set<Request>>()
/** A line that stays open (server-sent events), a worker's script, whose end nobody tells when its page has gone. */
const endless = (request: Request) =>
  request.resourceType() === 'eventsource' || /\/stream$|-worker-[\w-]+\.mjs$/.test(request.url())

async function watch(context: BrowserContext, baseURL: string): Promise<void> {
  const origin = new URL(baseURL).origin
  const open = new Set<Request>()
  waiting.set(context, open)
  context.on('request', request => void (endless(request) || open.add(request)))
  context.on('requestfinished', request => void open.delete(request))
  context.on('requestfailed', request => void open.delete(request))
  context.on('request', request => {
    const url = new URL(request.url())
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== origin) outside.push(request.url())
  })
  context.on('weberror', error => broken.push(error.error().message))
  await bringFont(context)
}

/** Every journey also proves that no request leaves the origin and that no page breaks. */
export const test = base.extend({
  context: async ({ context, baseURL }, use) => {
    outside.length = 0
    broken.length = 0
    await watch(context, baseURL ?? '')
    await use(context)
    await Promise.all(opened.splice(0).map(other => other.close()))
    expect(outside, 'requests that left the origin').toEqual([])
    expect(broken, 'errors in the pages').toEqual([])
  },
})

/** A second person beside the first: a window of their own. */
export async function open(browser: Browser): Promise<Page> {
  const { baseURL, locale, timezoneId } = test.info().project.use
  const context = await browser.newContext({ baseURL, locale, timezoneId, reducedMotion: 'reduce', viewport: SCREEN })
  opened.push(context)
  await watch(context, baseURL ?? '')
  return context.newPage()
}

export { expect }

export const PHONE = { width: 375, height: 812 }
export const SCREEN = { width: 1440, height: 900 }

/** No serious or critical violation on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // without frames of other origins the legacy mode finds the same, in a third of the time: it opens no window of its own
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  const { violations } = await axe.analyze()
  const bad = violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(one => `${one.id}: ${one.nodes.map(node => `${node.target.join(' ')} (${node.failureSummary})`).join(' | ')}`)
  expect.soft(bad, `axe at ${page.viewportSize()?.width} px on ${page.url()}`).toEqual([])
}

/** The page fits its width: nothing but tables and maps scrolls sideways. */
export async function expectFits(page: Page): Promise<void> {
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(spill, `sideways scroll at ${page.viewportSize()?.width} px on ${page.url()}`).toBeLessThanOrEqual(0)
}

const LOOK_ms = 50
const IDLE_ms = 300
const WAIT_MAX_ms = 10_000

export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const open = waiting.get(page.context()) ?? new Set()
  let idle_ms = 0
  for (let waited_ms = 0; idle_ms < IDLE_ms && waited_ms < WAIT_MAX_ms; waited_ms += LOOK_ms) {
    await page.waitForTimeout(LOOK_ms)
    idle_ms = open.size ? 0 : idle_ms + LOOK_ms
  }
  // the browser forgot to tell how these ended: said once, and waited for no more
  for (const request of open) process.stderr.write(`no end seen of ${request.method()} ${request.url()}\n`)
  open.clear()
  await page.evaluate(async () => {
    await document.fonts.ready
  })
}

const shots = process.env.MULIN_SHOTS
if (shots) mkdirSync(shots, { recursive: true })

/** One screen at both widths: accessible, nothing spills. Pictures are kept where MULIN_SHOTS says. */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? SCREEN
  for (const size of [SCREEN, PHONE]) {
    await page.setViewportSize(size)
    await settled(page)
    if (shots) await page.screenshot({ path: join(shots, `${name}-${size.width}.png`), fullPage: true })
    await expectAccessible(page)
    await expectFits(page)
  }
  await page.setViewportSize(before)
}
