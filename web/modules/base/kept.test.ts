import { beforeEach, expect, test } from 'vitest'
import { hasWritten, leaveNothing, useKept, useKeptForm } from './kept'

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

test('what was written is there again until it is sent', () => {
  useKept('a').value = '路灯又坏了'
  expect(useKept('a').value).toBe('路灯又坏了')
  expect(useKept('b').value).toBe('')
  useKept('a').value = ''
  expect(sessionStorage.length).toBe(0)
})

test('who signs out leaves nothing but what the device itself remembers', () => {
  const onAnOpenPage = useKept('a')
  onAnOpenPage.value = '路灯又坏了'
  sessionStorage.setItem('mulin.receipt.1', '{}')
  localStorage.setItem('mulin.draft', '{}')
  localStorage.setItem('mulin.locale', 'en')
  leaveNothing()
  expect(onAnOpenPage.value).toBe('')
  expect(sessionStorage.length).toBe(0)
  expect(Object.keys(localStorage)).toEqual(['mulin.locale'])
})

test('signing out takes what is written and not sent, and nothing else', () => {
  localStorage.setItem('mulin.locale', 'en')
  localStorage.setItem('mulin.draft', JSON.stringify({ words: '', photos: [] }))
  expect(hasWritten()).toBe(false)
  localStorage.setItem('mulin.draft', JSON.stringify({ words: '', photos: [{}] }))
  expect(hasWritten()).toBe(true)
  localStorage.setItem('mulin.draft', JSON.stringify({ words: '路灯又坏了', photos: [] }))
  expect(hasWritten()).toBe(true)
  leaveNothing()
  expect(hasWritten()).toBe(false)
  useKept('a').value = '已派人'
  expect(hasWritten()).toBe(true)
})

test('a form that was being filled in is there again until it is sent', () => {
  const fresh = () => ({ words: '', units: [] as string[] })
  const { form } = useKeptForm('f', fresh)
  form.value.words = '夜市占道'
  form.value.units.push('城管')
  const again = useKeptForm('f', fresh)
  expect(again.form.value).toEqual({ words: '夜市占道', units: ['城管'] })
  again.forget()
  expect(again.form.value).toEqual(fresh())
  expect(useKeptForm('f', fresh).form.value).toEqual(fresh())
  form.value.words = '再写'
  leaveNothing()
  expect(form.value.words).toBe('')
  expect(sessionStorage.length).toBe(0)
})
