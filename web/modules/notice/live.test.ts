import { describe, expect, it, vi } from 'vitest'
import type { InboxState } from './api'
import { followInbox, type Line } from './live'

const state = (unread: number): InboxState => ({ unread, unreadByKind: {}, newestWorkId: null })
type Hearing = (event: unknown) => void

/** Tabs of one browser: lines, a lock that one holds, a channel that reaches the others, and a clock that is asked. */
function browser() {
  const lines: { say: (what: string, data?: unknown) => void; closed: boolean }[] = []
  const waits: { ms: number; done: () => void }[] = []
  const channels: Hearing[] = []
  const queue: (() => void)[] = []
  let held = false

  const request = (_name: string, options: LockOptions, work: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        held = true
        void work().then(() => {
          held = false
          resolve()
          queue.shift()?.()
        })
      }
      options.signal?.addEventListener('abort', () => {
        if (queue.includes(begin)) queue.splice(queue.indexOf(begin), 1)
        reject(new DOMException('', 'AbortError'))
      })
      if (held) queue.push(begin)
      else begin()
    })

  const tab = (check: Line['check'] = () => Promise.resolve(state(7))): Line => ({
    open: () => {
      const hearings: Record<string, Hearing> = {}
      const line = { closed: false, say: (what: string, data?: unknown) => hearings[what]?.({ data }) }
      lines.push(line)
      return {
        addEventListener: (what: string, hear: unknown) => void (hearings[what] = hear as Hearing),
        close: () => void (line.closed = true),
      }
    },
    check,
    locks: { request } as unknown as Line['locks'],
    channel: () => {
      let mine: Hearing = () => undefined
      return {
        say: said => channels.filter(other => other !== mine).forEach(hear => hear(said)),
        hear: hear => {
          mine = hear as Hearing
          channels.push(mine)
        },
        close: () => void channels.splice(channels.indexOf(mine), 1),
      }
    },
    wait: (ms, done) => {
      waits.push({ ms, done })
      return () => void waits.splice(0)
    },
  })
  const settle = () => waits.at(-1)?.done()
  return { tab, lines, waits, settle }
}

describe('live inbox', () => {
  it('keeps one line for all tabs and tells the others', async () => {
    const { tab, lines, waits, settle } = browser()
    const first = vi.fn()
    const second = vi.fn()
    const stop = followInbox('a', first, tab())
    const stopSecond = followInbox('a', second, tab())
    expect(lines, 'none for who only passes through').toHaveLength(0)
    settle()
    expect(lines).toHaveLength(1)
    lines[0]!.say('inbox', JSON.stringify(state(3)))
    expect(first).toHaveBeenLastCalledWith(state(3), true)
    expect(second).toHaveBeenLastCalledWith(state(3), false)

    const third = vi.fn()
    followInbox('a', third, tab())
    expect(third, 'a tab that comes later asks').toHaveBeenLastCalledWith(state(3), false)

    stop()
    await vi.waitFor(() => expect(waits).toHaveLength(1))
    settle()
    expect(lines).toHaveLength(2)
    expect(lines[0]!.closed).toBe(true)
    lines[1]!.say('inbox', JSON.stringify(state(4)))
    expect(second).toHaveBeenLastCalledWith(state(4), true)
    stopSecond()
  })

  it('opens a broken line again, later and later, and looks what it missed', async () => {
    const { tab, lines, waits, settle } = browser()
    let up = false
    const hear = vi.fn()
    followInbox(
      'a',
      hear,
      tab(() => (up ? Promise.resolve(state(7)) : Promise.reject({ status: 0 }))),
    )
    settle()
    lines[0]!.say('error')
    expect(lines[0]!.closed).toBe(true)
    for (const ms of [1_000, 2_000, 4_000]) {
      await vi.waitFor(() => expect(waits.at(-1)?.ms).toBe(ms))
      waits.at(-1)!.done()
    }
    await vi.waitFor(() => expect(waits).toHaveLength(5))
    up = true
    waits.at(-1)!.done()
    await vi.waitFor(() => expect(lines).toHaveLength(2))
    expect(hear).toHaveBeenLastCalledWith(state(7), true)
    lines[1]!.say('inbox', JSON.stringify(state(8)))
    lines[1]!.say('error')
    expect(waits.at(-1)?.ms, 'short again after a good line').toBe(1_000)
  })

  it('stops when the session has ended', async () => {
    const { tab, lines, waits, settle } = browser()
    followInbox(
      'a',
      vi.fn(),
      tab(() => Promise.reject({ status: 401 })),
    )
    settle()
    lines[0]!.say('error')
    waits.at(-1)!.done()
    await vi.waitFor(() => expect(waits).toHaveLength(2))
    expect(lines).toHaveLength(1)
  })
})
