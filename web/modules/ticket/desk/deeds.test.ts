import { describe, expect, it } from 'vitest'
import { complete, DEEDS, deedsOf, emptyForm, type Deed } from './deeds'

describe('deeds', () => {
  it('shows only what the server allows, in a steady order', () => {
    expect(deedsOf(['RETURN', 'ACCEPT', 'JUDGE'])).toEqual(['ACCEPT', 'RETURN'])
  })

  it('asks for a duty-list entry before a ticket is given back', () => {
    const form = { ...emptyForm(), reasonCode: 'not-ours', matterCode: 'noise', words: '不属于我单位职责' }
    expect(complete('RETURN', form, 0, 'WORDS')).toBe(false)
    expect(complete('RETURN', { ...form, dutyEntry: 'x' }, 0, 'WORDS')).toBe(true)
  })

  it('asks for a photo of the result where the matter needs one', () => {
    const form = { ...emptyForm(), words: '已修好' }
    expect(complete('RESOLVE', form, 0, 'PHOTO')).toBe(false)
    expect(complete('RESOLVE', form, 1, 'PHOTO')).toBe(true)
    expect(complete('RESOLVE', form, 0, 'WORDS')).toBe(true)
    expect(complete('REPLY', form, 0, 'PHOTO')).toBe(true)
  })

  it('does not take blanks for words', () => {
    for (const deed of Object.keys(DEEDS) as Deed[]) {
      if (DEEDS[deed].parts.includes('words'))
        expect(complete(deed, { ...emptyForm(), words: '  ' }, 0, 'WORDS')).toBe(false)
    }
  })
})
