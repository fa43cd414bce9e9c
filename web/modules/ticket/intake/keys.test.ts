import { describe, expect, it } from 'vitest'
import { commandOf, digitOf, goOn } from './keys'

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
})

describe('keys of the intake page', () => {
  it.each([
    ['F2', 'matter'],
    ['F4', 'like'],
    ['F8', 'outcome'],
    ['F9', 'park'],
    ['Escape', 'leave'],
  ])('%s means %s', (name, command) => expect(commandOf(key(name))).toBe(command))

  it('sends by Ctrl+Enter or Cmd+Enter, and never by Enter alone', () => {
    expect(commandOf(key('Enter', { ctrlKey: true }))).toBe('send')
    expect(commandOf(key('Enter', { metaKey: true }))).toBe('send')
    expect(commandOf(key('Enter'))).toBeNull()
  })

  it('takes nothing from the browser, and nothing from an input method', () => {
    for (const name of ['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'a', '1']) expect(commandOf(key(name))).toBeNull()
    expect(commandOf(key('F4', { altKey: true }))).toBeNull()
    expect(commandOf(key('F4', { ctrlKey: true }))).toBeNull()
    expect(commandOf(key('Escape', { isComposing: true }))).toBeNull()
    expect(digitOf(key('1', { isComposing: true }), 3)).toBeNull()
  })

  it('counts choices from one, up to the last', () => {
    expect(digitOf(key('1'), 3)).toBe(0)
    expect(digitOf(key('3'), 3)).toBe(2)
    expect(digitOf(key('4'), 3)).toBeNull()
    expect(digitOf(key('0'), 3)).toBeNull()
    expect(digitOf(key('2', { ctrlKey: true }), 3)).toBeNull()
  })

  it('goes on in the order of speech', () => {
    document.body.innerHTML =
      '<form><input id="phone" data-next><p></p><input id="name" data-next><div data-next><textarea id="words"></textarea></div></form>'
    const form = document.querySelector('form') as HTMLElement
    goOn(form, document.querySelector('#phone') as HTMLElement)
    expect(document.activeElement?.id).toBe('name')
    goOn(form, document.querySelector('#name') as HTMLElement)
    expect(document.activeElement?.id).toBe('words')
    goOn(form, document.querySelector('#words') as HTMLElement)
    expect(document.activeElement?.id).toBe('words')
  })
})
