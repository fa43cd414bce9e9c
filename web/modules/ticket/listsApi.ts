import { answered, api, type Answer, type Input } from '@/base'
import { once } from './api'

export type SavedFilter = Answer<'/api/saved-filters', 'get'>[number]
export type ChosenFilter = SavedFilter['filter']
export type BulkPlan = Answer<'/api/bulk-plans', 'post'>
export type BulkTicket = BulkPlan['tickets'][number]
export type BulkAction = BulkPlan['allowed'][number]
export type BulkStep = Input<'/api/bulk-steps', 'post'>
export type BulkResult = Answer<'/api/bulk-steps', 'post'>[number]
export type MergeCandidate = Answer<'/api/merge-plans', 'post'>['tickets'][number]
export type Merge = Input<'/api/tickets/{id}/merges', 'post'>
export type Export = Answer<'/api/exports', 'get'>[number]

type Kept = Input<'/api/saved-filters', 'post'>
const of = (id: string, key: string) => ({ path: { id }, ...once(key) })

/** What staff do with whole lists: keep their filters, act on many tickets, take them out as a sheet. */
export const listsApi = {
  saved: () => answered(api.GET('/api/saved-filters')),
  save: (key: string, body: Kept) => answered(api.POST('/api/saved-filters', { params: once(key), body })),
  change: (key: string, id: string, body: Kept & { version: number }) =>
    answered(api.POST('/api/saved-filters/{id}/changes', { params: of(id, key), body })),
  remove: (key: string, id: string, version: number) =>
    answered(api.POST('/api/saved-filters/{id}/removals', { params: of(id, key), body: { version } })),
  plan: (ticketIds: string[]) => answered(api.POST('/api/bulk-plans', { body: { ticketIds } })),
  step: (key: string, body: BulkStep) => answered(api.POST('/api/bulk-steps', { params: once(key), body })),
  mergePlan: (ticketIds: string[]) => answered(api.POST('/api/merge-plans', { body: { ticketIds } })),
  merge: (key: string, id: string, body: Merge) =>
    answered(api.POST('/api/tickets/{id}/merges', { params: of(id, key), body })),
  exports: () => answered(api.GET('/api/exports')),
  exportOf: (id: string) => answered(api.GET('/api/exports/{id}', { params: { path: { id } } })),
  export: (key: string, filter: ChosenFilter) =>
    answered(api.POST('/api/exports', { params: once(key), body: { filter } })),
}

/** Where the finished sheet is. */
export const sheetOf = (id: string): string => `/api/exports/${id}/tickets.xlsx`
