import { afterEach, describe, expect, it } from 'vitest'
import { createApp, h, nextTick, type App } from 'vue'
import { baseWords, createDictionary, Problem, usePages } from '@/base'
import PageList from './PageList.vue'

type Page = { items: string[]; next?: string | null }

let app: App | undefined
afterEach(() => {
  app?.unmount()
  document.body.innerHTML = ''
  // no page of the test comes back to where another one was left
  window.history.replaceState(null, '')
})

/** A list whose every reading waits for the test to answer it. */
function list(lines?: { again: () => void }) {
  const asked: { cursor: string | undefined; answer: (page: Page) => void; fail: (why: unknown) => void }[] = []
  const pages = usePages<string>(
    cursor => new Promise<Page>((answer, fail) => void asked.push({ cursor, answer, fail })),
  )
  const rows = () =>
    h(
      'ul',
      pages.items.value.map(item => h('li', item)),
    )
  app = createApp({
    render: () => h(PageList, { pages: pages as never, empty: '还没有', hint: '来了会在这里', ...lines }, rows),
  })
  app.use(createDictionary(baseWords)).mount(document.body.appendChild(document.createElement('div')))
  return { pages, asked }
}

/** Until what was answered is drawn. */
const drawn = async () => {
  for (let turn = 0; turn < 5; turn++) await nextTick()
}
const rows = () => [...document.querySelectorAll('li')].map(row => row.textContent)
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(each => each.textContent?.trim() === name) as HTMLButtonElement
const sees = (text: string) => document.body.textContent?.includes(text) ?? false

describe('a list that comes page by page', () => {
  it('is said to be empty only once that is known', async () => {
    const { pages, asked } = list()
    expect(sees('正在加载')).toBe(true)
    void pages.restart()
    await drawn()
    expect([sees('正在加载'), sees('还没有')]).toEqual([true, false])
    asked[0]?.answer({ items: [] })
    await drawn()
    expect([sees('正在加载'), sees('还没有'), sees('来了会在这里'), sees('已全部显示')]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('goes on although its first page shows nothing', async () => {
    const { pages, asked } = list()
    void pages.restart()
    asked[0]?.answer({ items: [], next: 'b' })
    await drawn()
    expect(sees('还没有')).toBe(false)
    button('加载更多').click()
    expect(asked[1]?.cursor).toBe('b')
  })

  it('puts the next page behind the last, once however often it is asked for', async () => {
    const { pages, asked } = list()
    void pages.restart()
    asked[0]?.answer({ items: ['一', '二'], next: 'b' })
    await drawn()
    expect(sees('已全部显示')).toBe(false)
    button('加载更多').click()
    await drawn()
    expect(button('加载更多').disabled).toBe(true)
    button('加载更多').click()
    expect(asked).toHaveLength(2)
    expect(rows(), 'what is there stays while more is coming').toEqual(['一', '二'])
    asked[1]?.answer({ items: ['三'], next: null })
    await drawn()
    expect(rows()).toEqual(['一', '二', '三'])
    expect([sees('已全部显示'), button('加载更多')]).toEqual([true, undefined])
  })

  it('says what went wrong and reads again from where it was', async () => {
    const { pages, asked } = list()
    void pages.restart()
    asked[0]?.fail(Problem.offline())
    await drawn()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('网络连接中断')
    expect([sees('还没有'), sees('正在加载')]).toEqual([false, false])
    button('重新加载').click()
    await drawn()
    expect([document.querySelector('[role=alert]'), sees('正在加载')]).toEqual([null, true])
    asked[1]?.answer({ items: ['一'], next: 'b' })
    await drawn()
    button('加载更多').click()
    asked[2]?.fail(Problem.offline())
    await drawn()
    expect(rows()).toEqual(['一'])
    button('重新加载').click()
    expect(asked.map(each => each.cursor)).toEqual([undefined, undefined, 'b', 'b'])
  })

  it('reads all anew where its page says how, as long as no row is there', async () => {
    let anew = 0
    const { pages, asked } = list({ again: () => anew++ })
    void pages.restart()
    asked[0]?.fail(Problem.offline())
    await drawn()
    button('重新加载').click()
    expect([anew, asked.length]).toEqual([1, 1])
  })
})
