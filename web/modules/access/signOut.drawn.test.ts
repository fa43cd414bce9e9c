import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, ref, type App } from 'vue'
import { baseWords, createDictionary, Problem, useKept } from '@/base'
import { accessApi } from './api'
import SignOutDialog from './SignOutDialog.vue'
import { accessWords } from './words'

let app: App
let left = 0
const dialog = ref<InstanceType<typeof SignOutDialog>>()
const text = () => document.querySelector('dialog')?.textContent ?? ''
const settle = async () => {
  for (let i = 0; i < 10; i++) await nextTick()
}
async function press(words: string): Promise<void> {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')]
  buttons.find(button => button.textContent?.includes(words))?.click()
  await settle()
}

beforeEach(() => {
  left = 0
  sessionStorage.clear()
  localStorage.clear()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  vi.spyOn(accessApi, 'session').mockResolvedValue({ signedIn: false } as never)
  app = createApp({ render: () => h(SignOutDialog, { ref: dialog, onLeft: () => void left++ }) })
  app.use(createPinia())
  app.use(createDictionary(baseWords, accessWords))
  const host = document.createElement('div')
  document.body.append(host)
  app.mount(host)
})
afterEach(() => {
  app.unmount()
  document.body.innerHTML = ''
  vi.restoreAllMocks()
})

describe('signing out', () => {
  it('is done at once when nothing is written', async () => {
    const out = vi.spyOn(accessApi, 'signOut').mockResolvedValue(undefined as never)
    await dialog.value?.ask()
    expect([out.mock.calls.length, left, text()]).toEqual([1, 1, ''])
  })

  it('asks before it takes unsent words', async () => {
    const out = vi.spyOn(accessApi, 'signOut').mockResolvedValue(undefined as never)
    const words = useKept('reply')
    words.value = '已派人'
    await dialog.value?.ask()
    await settle()
    expect([out.mock.calls.length, left]).toEqual([0, 0])
    expect(text()).toContain('未提交')
    await press('退出并清除')
    expect([out.mock.calls.length, left, words.value]).toEqual([1, 1, ''])
  })

  it('says so when the line is dead', async () => {
    vi.spyOn(accessApi, 'signOut').mockRejectedValue(Problem.offline())
    const words = useKept('reply')
    await dialog.value?.ask()
    await settle()
    expect(left).toBe(0)
    expect(text()).toContain('仍处于登录状态')
    expect(words.value).toBe('')
  })
})
