import { describe, expect, it } from 'vitest'
import type { Changed } from './api'
import { newsOf } from './live'

const change = (areaCode: string): Changed => ({
  id: areaCode,
  number: '',
  status: 'ACCEPTED',
  matterName: null,
  areaCode,
  areaName: '',
  overdue: false,
  at: '2026-11-30T08:00:00Z',
})
const news = ['360502001001001', '360502002001001', '360500000000', '360502001000'].map(change)

describe('live news', () => {
  it('drops what lies outside of the area in view', () => {
    expect(newsOf(news, '360502001000').map(one => one.areaCode)).toEqual(['360502001001001', '360502001000'])
  })

  it('keeps all where the whole reach is in view', () => {
    expect(newsOf(news, undefined)).toEqual(news)
    expect(newsOf(news, '360500000000')).toEqual(news)
  })
})
