import { afterEach, describe, expect, it } from 'vitest'
import { createApp, h, nextTick, reactive, type App } from 'vue'
import { baseWords, createDictionary, leaveNothing, useKeptForm } from '@/base'
import FormDialog from './FormDialog.vue'

let app: App | undefined
afterEach(() => {
  app?.unmount()
  document.body.innerHTML = ''
  leaveNothing()
})

/** A page with a form in a window: what it is told is `told`, what the window says is counted. */
function page() {
  const told = reactive({ open: true, busy: false, ready: true, wrong: false })
  const said = { submit: 0, close: 0 }
  const kept = useKeptForm('test', () => ({ words: '' }))
  const field = () =>
    h('input', {
      value: kept.form.value.words,
      'aria-invalid': told.wrong,
      onInput: (event: Event) => (kept.form.value.words = (event.target as HTMLInputElement).value),
    })
  app = createApp({
    render: () =>
      told.open
        ? h(
            FormDialog,
            {
              title: '登记',
              send: '提交',
              busy: told.busy,
              ready: told.ready,
              onSubmit: () => said.submit++,
              onClose: () => {
                said.close++
                told.open = false
              },
            },
            field,
          )
        : h('p', '关着'),
  })
  app.use(createDictionary(baseWords)).mount(document.body.appendChild(document.createElement('div')))
  return { told, said, kept }
}

const drawn = async () => {
  for (let turn = 0; turn < 5; turn++) await nextTick()
}
const input = () => document.querySelector('input') as HTMLInputElement
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(each => each.textContent?.trim() === name) as HTMLButtonElement
/** As the Enter key in a field does. */
const enter = () => document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
async function type(words: string): Promise<void> {
  input().value = words
  input().dispatchEvent(new Event('input'))
  await drawn()
}

describe('a form in a window of its own', () => {
  it('is one deed however often it is sent', async () => {
    const { told, said } = page()
    await drawn()
    enter()
    expect(said.submit).toBe(1)
    told.busy = true
    await drawn()
    enter()
    expect(button('提交').disabled).toBe(true)
    button('提交').click()
    expect(said.submit, 'while the first is on its way').toBe(1)
    told.busy = false
    await drawn()
    enter()
    expect(said.submit).toBe(2)
  })

  it('waits until it may be sent', async () => {
    const { told, said } = page()
    told.ready = false
    await drawn()
    enter()
    expect([said.submit, button('提交').disabled]).toEqual([0, true])
    told.ready = true
    await drawn()
    enter()
    expect([said.submit, button('提交').disabled]).toEqual([1, false])
  })

  it('is closed by its button, and by no click beside it', async () => {
    const { said } = page()
    await drawn()
    await type('写了一半')
    const beside = document.querySelector('.el-overlay-dialog') as HTMLElement
    for (const what of ['mousedown', 'mouseup', 'click']) beside.dispatchEvent(new MouseEvent(what, { bubbles: true }))
    await drawn()
    expect([said.close, input().value]).toEqual([0, '写了一半'])
    button('取消').click()
    await drawn()
    expect([said.close, said.submit, input()]).toEqual([1, 0, null])
  })

  it('shows again what was written when it was closed, until that is sent', async () => {
    const { told, kept } = page()
    await drawn()
    await type('写了一半')
    button('取消').click()
    await drawn()
    told.open = true
    await drawn()
    expect(input().value).toBe('写了一半')
    kept.forget()
    await drawn()
    expect(input().value).toBe('')
  })

  it('goes to the first wrong field when it was refused', async () => {
    const { told } = page()
    await drawn()
    told.busy = true
    await drawn()
    document.body.focus()
    told.wrong = true
    told.busy = false
    await drawn()
    expect(document.activeElement).toBe(input())
  })
})
