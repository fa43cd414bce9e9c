import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLACE_TEXT_MAX } from '@/area'
import { MOST } from './limits'

interface Contract {
  components: { schemas: Record<string, { properties?: Record<string, { maxLength?: number }> }> }
}
const contract = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../openapi.json'), 'utf8')) as Contract
const limitOf = (schema: string, field: string) => contract.components.schemas[schema]?.properties?.[field]?.maxLength

describe('limits of texts', () => {
  it.each([
    ['NewAppealInput', 'words', MOST.appeal],
    ['NewAppealInput', 'contactName', MOST.contactName],
    ['NewTicketInput', 'words', MOST.call],
    ['NewTicketInput', 'answer', MOST.words],
    ['JoinInput', 'words', MOST.call],
    ['DraftInput', 'words', MOST.call],
    ['Caller', 'name', MOST.contactName],
    ['PlaceInput', 'text', PLACE_TEXT_MAX],
    ['WordsAndPhotos', 'words', MOST.words],
    ['Question', 'words', MOST.words],
    ['ReturnInput', 'words', MOST.words],
    ['TransferInput', 'words', MOST.words],
    ['DeclineInput', 'words', MOST.words],
    ['ClosureInput', 'words', MOST.words],
    ['Withdrawal', 'reason', MOST.words],
    ['Reopening', 'reason', MOST.words],
    ['VerdictInput', 'comment', MOST.comment],
    ['ContactReadingInput', 'purpose', MOST.purpose],
    ['BulkStep', 'words', MOST.words],
    ['MergeInput', 'words', MOST.words],
    ['NewSavedFilter', 'name', MOST.filterName],
  ])('%s.%s is what the contract says', (schema, field, most) => {
    expect(limitOf(schema, field)).toBe(most)
  })
})
