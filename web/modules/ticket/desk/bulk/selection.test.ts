import { describe, expect, it } from 'vitest'
import { useSelection } from './selection'

const rows = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id }))
const chosen = (selection: ReturnType<typeof useSelection>) => [...selection.ids.value].sort().join('')

describe('selection', () => {
  it('toggles one and, with shift, all from the last one touched', () => {
    const selection = useSelection(() => rows)
    selection.toggle('b')
    selection.toggle('d', true)
    expect(chosen(selection)).toBe('bcd')
    selection.toggle('c', true)
    expect(chosen(selection)).toBe('b')
    selection.toggle('a', true)
    expect(chosen(selection)).toBe('abc')
  })

  it('takes a shift without a row touched before as one row', () => {
    const selection = useSelection(() => rows)
    selection.toggle('c', true)
    expect(chosen(selection)).toBe('c')
  })

  it('knows whether the whole page is selected', () => {
    const selection = useSelection(() => rows)
    expect([selection.every.value, selection.some.value]).toEqual([false, false])
    selection.selectAll(true)
    expect([selection.every.value, selection.some.value]).toEqual([true, false])
    selection.toggle('a')
    expect([selection.every.value, selection.some.value]).toEqual([false, true])
    selection.only(['e'])
    expect(chosen(selection)).toBe('e')
    selection.clear()
    expect(chosen(selection)).toBe('')
  })
})
