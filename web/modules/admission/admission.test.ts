import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MOST } from './api'
import { isComplete, newTerms, sendable } from './terms'

interface Contract {
  components: { schemas: Record<string, { properties?: Record<string, { maxLength?: number }> }> }
}
const contract = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../openapi.json'), 'utf8')) as Contract

describe('admission', () => {
  it.each([
    ['TermsInput', 'title', MOST.title],
    ['TermsInput', 'about', MOST.about],
    ['TermsInput', 'basis', MOST.basis],
    ['TermsInput', 'facilities', MOST.facilities],
    ['VoteInput', 'words', MOST.words],
    ['AdmissionWords', 'words', MOST.words],
    ['RequestDecision', 'words', MOST.words],
    ['ResubmissionInput', 'words', MOST.words],
    ['SendingInput', 'title', MOST.title],
    ['SendingInput', 'words', MOST.task],
    ['TaskReport', 'words', MOST.report],
    ['TaskRecall', 'words', MOST.words],
    ['ChoreInput', 'words', MOST.chore],
    ['AppSuggestionInput', 'words', MOST.words],
    ['AppAnswerInput', 'words', MOST.words],
  ])('%s.%s is as long as the contract says', (schema, field, most) => {
    expect(contract.components.schemas[schema]?.properties?.[field]?.maxLength).toBe(most)
  })

  it('sends a form only when it is complete, and no empty number', () => {
    const terms = newTerms()
    expect(isComplete(terms)).toBe(false)
    Object.assign(terms, { title: ' 楼道整治 ', about: '入户动员', basis: '依据' })
    expect(isComplete(terms)).toBe(true)
    expect(isComplete({ ...terms, hours: '' as unknown as number })).toBe(false)
    expect(sendable({ ...terms, costYuan: '' as unknown as number })).toMatchObject({
      title: '楼道整治',
      costYuan: null,
    })
  })
})
