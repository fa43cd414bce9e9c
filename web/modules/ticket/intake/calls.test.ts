import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { CALLS_MAX, clock, emptyCall, forgetCalls, readCalls, useCalls } from './calls'

const begin = (account = 'a') => effectScope().run(() => useCalls(account)) as ReturnType<typeof useCalls>

describe('calls in hand', () => {
  beforeEach(() => {
    sessionStorage.clear()
    localStorage.clear()
  })

  it('survive a reload with the same key, so that a lost answer makes no second ticket', () => {
    const first = begin()
    first.touch()
    first.call.value.words = '路灯不亮'
    const { key } = first.call.value
    const again = begin()
    expect(again.call.value.words).toBe('路灯不亮')
    expect(again.call.value.key).toBe(key)
    expect(again.restored.value).toBe(true)
  })

  it('are kept in the tab only, and nothing of them stays when they are over', () => {
    const calls = begin()
    calls.touch()
    calls.call.value.phone = '12900000001'
    expect(JSON.stringify(localStorage)).not.toContain('12900000001')
    expect(sessionStorage.length).toBe(1)
    calls.end()
    expect(sessionStorage.length).toBe(0)
    expect(calls.call.value.phone).toBe('')
  })

  it('wait while another is taken, up to a handful', () => {
    const calls = begin()
    expect(calls.park()).toBe(true)
    expect(calls.calls.value.length).toBe(1)
    for (let n = 1; n < CALLS_MAX; n++) {
      calls.call.value.words = `第${n}件`
      expect(calls.park()).toBe(true)
    }
    calls.call.value.words = '最后一件'
    expect(calls.park()).toBe(false)
    calls.resume(0)
    expect(calls.call.value.words).toBe('第1件')
    calls.end()
    expect(calls.calls.value.length).toBe(CALLS_MAX - 1)
  })

  it('go when another clerk comes, and when the clerk leaves', () => {
    const calls = begin('a')
    calls.touch()
    calls.call.value.words = '路灯不亮'
    begin('b')
    expect(begin('a').call.value.words).toBe('')
    const mine = begin('a')
    mine.call.value.words = '井盖'
    forgetCalls()
    expect(sessionStorage.length).toBe(0)
  })

  it('are forgotten after half a day, and broken ones are none', () => {
    const now = Date.now()
    const old = { ...emptyCall('HOTLINE'), words: '昨天的', touched: now - 13 * 3_600_000 }
    const fresh = { ...emptyCall('HOTLINE'), words: '刚才的', touched: now - 60_000 }
    expect(readCalls(JSON.stringify([old, fresh]), now).map(call => call.words)).toEqual(['刚才的'])
    expect(readCalls('{', now)).toEqual([])
    expect(readCalls(null, now)).toEqual([])
  })

  it('remember the channel of the last one', () => {
    const calls = begin()
    calls.call.value.channel = 'COUNTER'
    return Promise.resolve().then(() => {
      calls.end()
      expect(calls.call.value.channel).toBe('COUNTER')
    })
  })

  it.each([
    [0, 0, 5_000, '00:00'],
    [1_000, 0, 68_500, '01:07'],
    [5_000, 0, 4_000, '00:00'],
    [1_000, 12_000, 68_500, '00:11'],
  ])('begun at %i and ended at %i, the clock shows at %i %s', (began, ended, now, text) =>
    expect(clock({ began, ended }, now)).toBe(text),
  )
})
