import { describe, expect, it } from 'vitest'
import { isWithin } from './codes'

const CITY = '360500000000'
const COUNTY = '360502000000'
const STREET = '360502001000'
const COMMUNITY = '360502001001'
const GRID = '360502001001001'

describe('codes of areas', () => {
  it.each([CITY, COUNTY, STREET, COMMUNITY, GRID])('what lies in %s', area => {
    const path = [CITY, COUNTY, STREET, COMMUNITY, GRID]
    for (const one of path) expect(isWithin(one, area), one).toBe(path.indexOf(one) >= path.indexOf(area))
  })

  it('keeps neighbours apart, those whose number ends in zero too', () => {
    expect(isWithin('360521001000', COUNTY)).toBe(false)
    expect(isWithin('360502010001', STREET)).toBe(false)
    expect(isWithin('360502001010', '360502001001')).toBe(false)
    expect(isWithin('360502001002001', '360502001001')).toBe(false)
    expect(isWithin('360502101001', '360502100000')).toBe(false)
    expect(isWithin('360502001001011', '360502001001010')).toBe(false)
  })
})
