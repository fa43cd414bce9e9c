/** What the keyboard does on the whole page. Function keys that no browser wants, so that they work inside fields. */
export type Command = 'words' | 'matter' | 'like' | 'outcome' | 'park' | 'send' | 'leave'

const COMMANDS: Record<string, Command> = {
  F2: 'matter',
  F4: 'like',
  F8: 'outcome',
  F9: 'park',
  Escape: 'leave',
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'> & { isComposing?: boolean }

/** A key that belongs to an input method (choosing a character) is nobody's command. */
export function commandOf(event: Key): Command | null {
  if (event.isComposing || event.altKey || event.shiftKey) return null
  if (event.key === 'Enter') return event.ctrlKey || event.metaKey ? 'send' : null
  if (event.ctrlKey || event.metaKey) return null
  return COMMANDS[event.key] ?? null
}

/** The place in a list that a number key means, from 0; null for other keys or beyond the end. */
export function digitOf(event: Key, length: number): number | null {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return null
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0
  return digit >= 1 && digit <= length ? digit - 1 : null
}

/** Enter in a field of one line goes on to the next field of the form, as in the order of speech. */
export function goOn(form: HTMLElement, from: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-next]')]
  const next = fields[fields.findIndex(field => field === from || field.contains(from)) + 1]
  const target = next?.matches('input, textarea, button') ? next : next?.querySelector<HTMLElement>('input, textarea')
  target?.focus()
}
