import { describe, expect, it } from 'vitest'
import { isOutside } from './position'

describe('where something was settled', () => {
  const codes = ['3605', '360502', '360502001001', '360502001001001']

  it('is outside only of an area that is known not to hold it', () => {
    expect(isOutside({ codes }, '360502001001001')).toBe(false)
    expect(isOutside({ codes }, '360502001001')).toBe(false)
    expect(isOutside({ codes }, '360502001001002')).toBe(true)
  })

  it('is left to the server where nobody could say', () => {
    expect(isOutside(null, '360502001001001')).toBe(false)
    expect(isOutside({ codes: [] }, '360502001001001')).toBe(false)
    expect(isOutside({ codes }, null)).toBe(false)
  })
})
