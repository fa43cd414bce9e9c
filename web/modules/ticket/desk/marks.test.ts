import { describe, expect, it } from 'vitest'
import { marked } from './marks'

const hits = (text: string, ...terms: string[]) =>
  marked(text, terms)
    .filter(piece => piece.hit)
    .map(piece => piece.text)

describe('marks', () => {
  it('leaves the text as it is and marks every hit', () => {
    const pieces = marked('路灯坏了，桂花巷路灯', ['路灯', '桂花巷'])
    expect(pieces.map(piece => piece.text).join('')).toBe('路灯坏了，桂花巷路灯')
    expect(hits('路灯坏了，桂花巷路灯', '路灯', '桂花巷')).toEqual(['路灯', '桂花巷', '路灯'])
  })

  it('takes what people type literally and in any case', () => {
    expect(hits('A(b) a(B)', 'a(b)')).toEqual(['A(b)', 'a(B)'])
    expect(hits('桂花巷口', '桂花', '桂花巷')).toEqual(['桂花巷'])
    expect(hits('没有', '')).toEqual([])
  })
})
