import { describe, expect, it } from 'vitest'
import { filterOf, isSought } from './filter'

describe('what an address asks for', () => {
  it('is read back as it was said', () => {
    expect(filterOf({ area: '360502001001', matter: 'fac', stage: 'IN_HAND', q: ' 路灯 ' })).toEqual({
      area: '360502001001',
      matter: 'fac',
      stage: 'IN_HAND',
      q: '路灯',
    })
  })
  it('is nothing where it is wrong', () => {
    expect(filterOf({ area: ['a', 'b'], stage: 'CLOSED', q: '灯', matter: '' })).toEqual({})
  })
  it('looks for two characters or more', () => {
    expect(['', ' ', '灯', '路灯'].map(isSought)).toEqual([true, true, false, true])
  })
})
