import { describe, expect, it } from 'vitest'
import { Problem } from '@/base'
import type { BulkResult, BulkStep, BulkTicket } from '../../listsApi'
import { useBulkRun } from './run'

const ticket = (n: number): BulkTicket => ({ id: `t${n}`, number: `${n}`, status: 'DISPATCHED', deeds: [], version: n })
const tickets = Array.from({ length: 25 }, (_, n) => ticket(n + 1))

describe('a bulk run', () => {
  it('sends all of them in parts under one key and keeps how each came out', async () => {
    const sent: [string, BulkStep][] = []
    const run = useBulkRun(async (key, body) => {
      sent.push([key, body])
      return body.tickets.map(({ id }): BulkResult => ({
        id,
        outcome: id === 't3' ? 'CHANGED' : 'DONE',
        code: null,
        reason: null,
      }))
    })
    await run.start('ACCEPT', tickets, {})
    expect(sent.map(([, body]) => body.tickets.length)).toEqual([10, 10, 5])
    expect(new Set(sent.map(([key]) => key)).size).toBe(1)
    expect(run.finished.value).toBe(true)
    expect(run.done.value).toBe(24)
    expect(run.left.value).toEqual(['t3'])
  })

  it('goes on where the connection was lost, with the same part under the same key', async () => {
    const sent: string[] = []
    let lose = true
    const run = useBulkRun(async (key, body) => {
      sent.push(`${key} ${body.tickets[0]?.id}`)
      if (sent.length === 2 && lose) throw Problem.offline()
      return body.tickets.map(({ id }): BulkResult => ({ id, outcome: 'DONE', code: null, reason: null }))
    })
    await run.start('ACCEPT', tickets, {})
    expect(run.problem.value?.status).toBe(0)
    expect(run.finished.value).toBe(false)
    lose = false
    await run.goOn()
    expect(sent[2]).toBe(sent[1])
    expect(run.done.value).toBe(25)
  })
})
