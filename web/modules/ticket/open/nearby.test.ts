import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import type { Neighbourhood, NearbyMatter, NearbyTicket } from './api'
import { byNearness, marksOf, ticketsNear, useShown } from './nearby'

const matter = (areaCode: string): NearbyMatter => ({
  matterCode: 'lamp',
  matterName: '路灯不亮',
  className: '市政设施',
  areaCode,
  people: 3,
  published: true,
  since: '2026-11-03',
  stage: 'IN_HAND',
  answeredOn: null,
})
const ticket = (number: string, areaCode: string, stage: 'IN_HAND' | 'ANSWERED', placed = true): NearbyTicket => ({
  areaCode,
  point: placed ? { lon: 114.9, lat: 27.8 } : undefined,
  ticket: {
    number,
    matterName: '路灯不亮',
    className: '市政设施',
    stage,
    words: '',
    areaPath: [],
    submittedAt: '2026-11-03T08:00:00Z',
  },
})
const around: Neighbourhood = {
  areaCode: 'own',
  areaName: '百花湖社区',
  streetCode: 'street',
  streetName: '城南街道',
  people_min: 3,
  answered_days: 30,
  open: [matter('street'), matter('other'), matter('own'), matter('own')],
  answered: [],
  tickets: [ticket('1', 'other', 'IN_HAND'), ticket('2', 'own', 'IN_HAND', false), ticket('3', 'own', 'ANSWERED')],
}

describe('what happens nearby', () => {
  it('begins with the own community and ends with the rest of the street', () => {
    expect(byNearness(around, around.open).map(one => one.areaCode)).toEqual(['own', 'own', 'other', 'street'])
    expect(ticketsNear(around, false).map(one => one.ticket.number)).toEqual(['2', '1'])
    expect(ticketsNear(around, true).map(one => one.ticket.number)).toEqual(['3'])
  })

  it('marks communities by how many matters they have, and public appeals whose point is known', () => {
    const marks = marksOf(around, { bubble: (area, n) => `${area} ${n}`, dot: (name, stage) => `${name} ${stage}` })
    expect(marks.map(one => [one.key, one.title, one.label])).toEqual([
      ['ticket:1', '路灯不亮 IN_HAND', undefined],
      ['ticket:3', '路灯不亮 ANSWERED', undefined],
      ['area:other', 'other 1', '1'],
      ['area:own', 'own 2', '2'],
    ])
  })

  it('shows a long list piece by piece, and another list from its beginning', () => {
    const all = ref(Array.from({ length: 19 }, (_, at) => at))
    const shown = useShown(all)
    const state = () => [shown.items.value.length, shown.left.value]
    expect(state()).toEqual([8, 11])
    shown.more()
    expect(state()).toEqual([16, 3])
    shown.more()
    expect(state()).toEqual([19, 0])
    all.value = all.value.slice(0, 9)
    expect(state()).toEqual([8, 1])
  })
})
