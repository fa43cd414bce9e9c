import { describe, expect, it } from 'vitest'
import { chosenOf, filterOf, queryOf, same, termsOf } from './queueFilter'

describe('queue filter', () => {
  it('starts with the queue of the own unit by deadline', () => {
    expect(filterOf({})).toMatchObject({ queue: 'unit', sort: 'due' })
    expect(queryOf(filterOf({}))).toEqual({})
  })

  it('comes back from the address as it went in', () => {
    const address = {
      queue: 'all',
      status: 'WAITING',
      q: '路灯',
      overdue: 'yes',
      sort: '-opened',
      from: '2026-11-01',
      set: 'SOLVED',
    }
    expect(queryOf(filterOf(address))).toEqual(address)
  })

  it('takes only "yes" for overdue', () => {
    expect(filterOf({ overdue: 'no' }).overdue).toBeUndefined()
  })

  it('knows a kept filter again, whatever is empty in it', () => {
    const chosen = filterOf({ queue: 'all', status: 'WAITING', overdue: 'yes', from: '2026-11-01' })
    const kept = { ...chosen, matter: null, area: null, q: null, set: null }
    expect(same(chosenOf(kept as never), chosen)).toBe(true)
    expect(same(chosenOf({ ...kept, overdue: false } as never), chosen)).toBe(false)
  })

  it('takes a search apart at every kind of gap', () => {
    expect(termsOf(' 路灯　桂花巷 ')).toEqual(['路灯', '桂花巷'])
    expect(termsOf(undefined)).toEqual([])
  })
})
