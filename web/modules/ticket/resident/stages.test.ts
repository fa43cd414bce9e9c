import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Status } from '../api'
import { endsEarly, isRunning, STAGES, wayOf } from './stages'

const contract = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../openapi.json'), 'utf8')) as {
  components: { schemas: Record<string, { properties: Record<string, { enum?: string[] }> }> }
}
const statuses = contract.components.schemas.MyAppealRow?.properties.status?.enum ?? []

describe('stages of an appeal', () => {
  it('knows a stage for every status of the contract but the two that end early', () => {
    expect(statuses.length).toBeGreaterThan(0)
    expect(statuses.filter(status => endsEarly(status as Status)).sort()).toEqual(['DECLINED', 'WITHDRAWN'])
  })

  it('lets a deadline run as long as somebody works', () => {
    const running = statuses.filter(status => isRunning(status as Status)).sort()
    expect(running).toEqual(['ACCEPTED', 'DISPATCHED', 'MERGED', 'TRIAGE', 'WAITING'])
  })

  it('ends with the last stage', () => {
    expect(wayOf('CLOSED').at).toBe(STAGES.length - 1)
    expect(wayOf('TRIAGE').at).toBe(0)
    expect(wayOf('WITHDRAWN')).toEqual({ stages: ['appeal.stages.submitted', 'ticket.status.WITHDRAWN'], at: 1 })
  })
})
