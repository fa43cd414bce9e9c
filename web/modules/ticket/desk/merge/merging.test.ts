import { describe, expect, it } from 'vitest'
import type { MergeCandidate } from '../../listsApi'
import { chosenAtFirst, doubtsOf, keptAtFirst } from './merging'

const ticket = (n: number, more: Partial<MergeCandidate> = {}): MergeCandidate => ({
  id: `t${n}`,
  number: `${n}`,
  status: 'DISPATCHED',
  words: '夜市太吵',
  matterName: '噪声',
  unitName: '城管',
  openedAt: '2026-11-30T00:00:00Z',
  dueAt: `2026-12-0${n}T00:00:00Z`,
  overdue: false,
  appeals: 1,
  mayKeep: true,
  version: 1,
  ...more,
})

describe('merging', () => {
  it('doubts nothing where unit and matter agree and the kept one is due first', () => {
    expect(doubtsOf(ticket(1), [ticket(2), ticket(3)])).toEqual([])
    expect(doubtsOf(ticket(1), [])).toEqual([])
    expect(doubtsOf(undefined, [ticket(2)])).toEqual([])
  })

  it('says what differs, and when others are due sooner', () => {
    expect(doubtsOf(ticket(1), [ticket(2, { unitName: null })])).toEqual(['units'])
    expect(doubtsOf(ticket(1), [ticket(2, { matterName: '占道' })])).toEqual(['matters'])
    expect(doubtsOf(ticket(1), [ticket(2, { areaName: '城北' })])).toEqual(['places'])
    expect(doubtsOf(ticket(1, { areaName: '城北' }), [ticket(2, { areaName: '城北' })])).toEqual([])
    expect(doubtsOf(ticket(2), [ticket(1)])).toEqual(['sooner'])
    expect(doubtsOf(ticket(2, { dueAt: null }), [ticket(1)])).toEqual(['sooner'])
    expect(doubtsOf(ticket(2), [ticket(3, { dueAt: null })])).toEqual([])
  })

  it('chooses at first what can be merged, and the one that goes on although it cannot leave', () => {
    const all = [ticket(1, { obstacle: '正在吹哨' }), ticket(2), ticket(3, { obstacle: '已办结' })]
    expect(chosenAtFirst(all, 't1')).toEqual(['t1', 't2'])
    expect(chosenAtFirst(all, undefined)).toEqual(['t2'])
  })

  it('lets the ticket go on that somebody came from, if it may', () => {
    const all = [ticket(1), ticket(2), ticket(3, { mayKeep: false })]
    expect(keptAtFirst(all, 't1', 't2')).toBe('t2')
    expect(keptAtFirst(all, 't1', 't3')).toBe('t1')
    expect(keptAtFirst(all, 't1', undefined)).toBe('t1')
    expect(keptAtFirst(all, null, 't3')).toBeUndefined()
  })
})
