import { describe, expect, it } from 'vitest'
import { emptyCall, type Call } from './calls'
import { openIn, ready, ticketOf } from './sending'

const call = (more: Partial<Call>): Call => ({ ...emptyCall('HOTLINE'), words: '路灯不亮', ...more })

describe('what is sent', () => {
  it('names nobody for an anonymous caller', () => {
    expect(ticketOf(call({ name: ' ', phone: '' })).caller).toEqual({ name: null, phone: null })
  })

  it('leaves out what the outcome does not need', () => {
    const sent = ticketOf(call({ answer: '写了一半', reasonCode: 'outside' }))
    expect(sent.answer).toBeNull()
    expect(sent.reasonCode).toBeNull()
    expect(sent.matterCode).toBeNull()
  })

  it('is ready with words alone, and with an answer where one is given', () => {
    expect(ready(call({}))).toBe(true)
    expect(ready(call({ words: ' ' }))).toBe(false)
    expect(ready(call({ outcome: 'INFORM' }))).toBe(false)
    expect(ready(call({ outcome: 'INFORM', answer: '请到窗口办理' }))).toBe(true)
    expect(ready(call({ outcome: 'DECLINE', answer: '请向法院起诉' }))).toBe(false)
    expect(ready(call({ outcome: 'DECLINE', answer: '请向法院起诉', reasonCode: 'statutory' }))).toBe(true)
  })

  it('waits until every blank is filled but the number', () => {
    expect(ready(call({ outcome: 'INFORM', answer: '编号{编号}' }))).toBe(true)
    const open = call({ outcome: 'INFORM', answer: '{单位}会联系您，编号{编号}' })
    expect(openIn(open)).toEqual(['{单位}'])
    expect(ready(open)).toBe(false)
  })
})
