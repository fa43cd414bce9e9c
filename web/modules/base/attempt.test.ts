import { describe, expect, it } from 'vitest'
import { useAttempt } from './attempt'
import { Problem } from './problem'

describe('attempt', () => {
  it('keeps its key while the outcome is unknown, so that a retry is not a second deed', async () => {
    const attempt = useAttempt()
    const keys: string[] = []
    const lost = async (key: string) => {
      keys.push(key)
      throw Problem.offline()
    }
    await attempt.run(lost)
    await attempt.run(lost)
    expect(keys[1]).toBe(keys[0])
    expect(attempt.problem.value?.status).toBe(0)
  })

  it.each([401, 429, 500, 503])('keeps its key after %i, which decided nothing', async status => {
    const attempt = useAttempt()
    const keys: string[] = []
    for (let i = 0; i < 2; i++) {
      await attempt.run(async key => {
        keys.push(key)
        throw Problem.from({}, status)
      })
    }
    expect(keys[1]).toBe(keys[0])
  })

  it.each([400, 409, 422])('takes a new key after a final refusal (%i) and after success', async status => {
    const attempt = useAttempt()
    const keys: string[] = []
    await attempt.run(async key => {
      keys.push(key)
      throw Problem.from({ detail: '不行' }, status)
    })
    await attempt.run(async key => keys.push(key))
    await attempt.run(async key => keys.push(key))
    expect(new Set(keys).size).toBe(3)
  })

  it('does one thing at a time', async () => {
    const attempt = useAttempt()
    let times = 0
    await Promise.all([attempt.run(async () => ++times), attempt.run(async () => ++times)])
    expect(times).toBe(1)
  })
})
