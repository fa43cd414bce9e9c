import { beforeEach, describe, expect, it, vi } from 'vitest'
import { computed } from 'vue'
import { spanText, spanTo } from './dates'
import { learnNow, serverNow } from './now'

const DEVICE = Date.parse('2026-11-30T08:00:00.000Z')
const HOUR_ms = 3_600_000
const at = (moment: number) => new Date(moment).toUTCString()

describe("the server's now", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: DEVICE })
    learnNow(at(DEVICE), DEVICE)
  })

  it("is the device's own as long as both agree within what a header can tell", () => {
    learnNow(at(DEVICE - 1_000), DEVICE - 300)
    expect(serverNow()).toBe(DEVICE)
  })

  it('follows a server whose clock is moved, and back', () => {
    const left = computed(() => spanText(spanTo(at(DEVICE + 5 * HOUR_ms))))
    expect(left.value).toBe('5小时')
    learnNow(at(DEVICE + 3 * HOUR_ms), DEVICE)
    expect(serverNow()).toBe(DEVICE + 3 * HOUR_ms + 500)
    expect(left.value).toBe('1小时59分钟')
    learnNow(at(DEVICE), DEVICE)
    expect(serverNow()).toBe(DEVICE)
  })

  it('learns nothing from an answer without a date, or one that took too long', () => {
    learnNow(null, DEVICE)
    learnNow('soon', DEVICE)
    learnNow(at(DEVICE + HOUR_ms), DEVICE - 20_000)
    expect(serverNow()).toBe(DEVICE)
  })
})
