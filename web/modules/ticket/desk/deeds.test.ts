import { describe, expect, it } from 'vitest'
import { complete, DEEDS, deedsOf, emptyForm, type Deed } from './deeds'

describe('deeds', () => {
  it('shows only what the server allows, in a steady order', () => {
    expect(deedsOf(['RETURN', 'ACCEPT', 'JUDGE'])).toEqual(['ACCEPT', 'RETURN'])
  })

  it('asks for a duty-list entry before a ticket is given back', () => {
    const form = { ...emptyForm(), reasonCode: 'not-ours', words: '不属于我单位职责' }
    expect(complete('RETURN', form)).toBe(false)
    expect(complete('RETURN', { ...form, dutyEntry: 'x' })).toBe(true)
  })

  it('does not take blanks for words', () => {
    for (const deed of Object.keys(DEEDS) as Deed[]) {
      if (DEEDS[deed].parts.includes('words')) expect(complete(deed, { ...emptyForm(), words: '  ' })).toBe(false)
    }
  })
})
