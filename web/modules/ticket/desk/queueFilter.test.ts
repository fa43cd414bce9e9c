import { describe, expect, it } from 'vitest'
import { filterOf, queryOf } from './queueFilter'

describe('queue filter', () => {
  it('starts with the queue of the own unit by deadline', () => {
    expect(filterOf({})).toMatchObject({ queue: 'unit', sort: 'due' })
    expect(queryOf(filterOf({}))).toEqual({})
  })

  it('comes back from the address as it went in', () => {
    const address = { queue: 'all', status: 'WAITING', q: '路灯', overdue: 'yes', sort: '-opened', from: '2026-11-01' }
    expect(queryOf(filterOf(address))).toEqual(address)
  })

  it('takes only "yes" for overdue', () => {
    expect(filterOf({ overdue: 'no' }).overdue).toBeUndefined()
  })
})
