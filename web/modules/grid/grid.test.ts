import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MOST } from './api'
import { dayFromNow, dayText } from './dueDay'

interface Contract {
  components: { schemas: Record<string, { properties?: Record<string, { maxLength?: number }> }> }
}
const contract = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../openapi.json'), 'utf8')) as Contract

describe('grid tasks', () => {
  it.each([
    ['NewTaskInput', 'title', MOST.title],
    ['NewTaskInput', 'words', MOST.words],
    ['TaskWithdrawal', 'words', MOST.withdrawal],
    ['TaskResult', 'words', MOST.result],
  ])('%s.%s is as long as the contract says', (schema, field, most) => {
    expect(contract.components.schemas[schema]?.properties?.[field]?.maxLength).toBe(most)
  })

  it('counts days in the legal time', () => {
    expect(dayFromNow(0, Date.parse('2026-11-23T15:59:59Z'))).toBe('2026-11-23')
    expect(dayFromNow(0, Date.parse('2026-11-23T16:00:00Z'))).toBe('2026-11-24')
    expect(dayFromNow(3, Date.parse('2026-11-29T20:00:00Z'))).toBe('2026-12-03')
    expect(dayText('2026-11-26')).toContain('11月26日')
  })
})
