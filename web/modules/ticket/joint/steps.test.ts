import { describe, expect, it } from 'vitest'
import { ASKS, emptyStep, filled, isMain } from './steps'

describe('a step of a whistle', () => {
  it('is sent only when everything it asks for is there', () => {
    const form = emptyStep()
    expect(filled('CONFIRM', form, 0)).toBe(true)
    expect(filled('CHECK_IN', form, 0)).toBe(false)
    expect(filled('CHECK_IN', form, 1)).toBe(true)
    expect(filled('SEND', { ...form, name: '何远', phone: '12912345678' }, 0)).toBe(true)
    expect(filled('SEND', { ...form, name: '何远', phone: '电话' }, 0)).toBe(false)
    expect(filled('OBJECT', { ...form, words: '不属本局' }, 0)).toBe(false)
    expect(filled('REVIEW', { ...form, words: '必要' }, 0)).toBe(false)
    expect(filled('REVIEW', { ...form, words: '必要', needed: false }, 0)).toBe(true)
    expect(filled('PROMISE', { ...form, done: '已查', promise: '每晚巡查' }, 0)).toBe(false)
  })

  it('that leads away from the work never stands first', () => {
    expect(Object.keys(ASKS).filter(step => !isMain(step as keyof typeof ASKS))).toEqual(['OBJECT', 'REFUSE', 'CLOSE'])
  })
})
