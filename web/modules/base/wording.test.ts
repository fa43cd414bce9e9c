import { describe, expect, it } from 'vitest'
import { blank, fits, over } from './wording'

describe('wording', () => {
  it('takes what nobody can see for nothing', () => {
    for (const unseen of ['', '  \n\t', '\u200b\u200d\ufeff', '\u3000\u00a0', '\u2060\u00ad', '\u3164\u2800'])
      expect(blank(unseen), JSON.stringify(unseen)).toBe(true)
    for (const seen of ['路', '\u200b灯', '!', '😀']) expect(blank(seen), seen).toBe(false)
  })

  it('counts what is beyond the limit and never cuts', () => {
    expect(over('路灯', 2)).toBe(0)
    expect(over('路灯坏了', 3)).toBe(1)
    expect(fits('路灯坏了', 3)).toBe(false)
    expect(fits('\u200b', 3)).toBe(false)
    expect(fits('路灯', 2)).toBe(true)
  })
})
