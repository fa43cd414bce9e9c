import { answered, api, type Answer, type Input } from '@/base'
import type { Place } from '@/area'
import { once } from '../api'

export type NewTicket = Input<'/api/tickets', 'post'>
export type JoinInput = Input<'/api/tickets/{id}/appeals', 'post'>
export type Outcome = NewTicket['outcome']
export type Channel = NewTicket['channel']
export type IntakeReceipt = Answer<'/api/tickets', 'post'>
export type IntakeUnderstanding = Answer<'/api/intake/understandings', 'post'>
export type LikeTicket = IntakeUnderstanding['like'][number]
export type CallerTicket = Answer<'/api/intake/callers', 'post'>[number]
export type PlaceView = Answer<'/api/places', 'get'>[number]

/** What a clerk does while somebody speaks. */
export const intakeApi = {
  understand: (words: string, place: Place, matterCode: string) =>
    answered(api.POST('/api/intake/understandings', { body: { words, place, matterCode: matterCode || null } })),
  caller: (phone: string) => answered(api.POST('/api/intake/callers', { body: { phone } })),
  places: (q: string) => answered(api.GET('/api/places', { params: { query: { q } } })),
  take: (key: string, body: NewTicket) => answered(api.POST('/api/tickets', { params: once(key), body })),
  join: (key: string, id: string, body: JoinInput) =>
    answered(api.POST('/api/tickets/{id}/appeals', { params: { path: { id }, ...once(key) }, body })),
}
