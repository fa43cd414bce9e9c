import { answered, api, endOfDay, startOfDay, type Answer, type Input, type Query } from '@/base'
import { once } from './api'

export type TicketRow = Answer<'/api/tickets', 'get'>['items'][number]
export type Ticket = Answer<'/api/tickets/{id}', 'get'>
export type Suggestion = Answer<'/api/tickets/{id}/suggestions', 'get'>[number]
export type DutyEntry = Answer<'/api/duty-entries', 'get'>[number]
export type CodedText = Answer<'/api/decline-reasons', 'get'>[number]
export type Classification = Input<'/api/tickets/{id}/classifications', 'post'>

export type QueueFilter = Omit<Query<'/api/tickets'>, 'cursor' | 'limit'> & { queue: string; sort: string }

const PAGE = 50
const of = (id: string, key: string) => ({ path: { id }, ...once(key) })

/** What the desk does with tickets. Every deed carries the version that its doer saw. */
export const ticketApi = {
  queue: (filter: QueueFilter, cursor: string | undefined) =>
    answered(
      api.GET('/api/tickets', {
        params: {
          query: {
            ...filter,
            from: filter.from && startOfDay(filter.from),
            to: filter.to && endOfDay(filter.to),
            cursor,
            limit: PAGE,
          },
        },
      }),
    ),
  open: (id: string) => answered(api.GET('/api/tickets/{id}', { params: { path: { id } } })),
  suggestions: (id: string) => answered(api.GET('/api/tickets/{id}/suggestions', { params: { path: { id } } })),
  replay: (id: string) => answered(api.GET('/api/tickets/{id}/replays', { params: { path: { id } } })),
  dutyEntries: (matter?: string) => answered(api.GET('/api/duty-entries', { params: { query: { matter } } })),
  declineReasons: () => answered(api.GET('/api/decline-reasons')),
  returnReasons: () => answered(api.GET('/api/return-reasons')),
  readContact: (key: string, id: string, appealId: string, purpose: string) =>
    answered(
      api.POST('/api/tickets/{id}/appeals/{appealId}/contact-readings', {
        params: { path: { id, appealId }, ...once(key) },
        body: { purpose },
      }),
    ),
  accept: (key: string, id: string, version: number) =>
    answered(api.POST('/api/tickets/{id}/acceptances', { params: of(id, key), body: { version } })),
  assign: (key: string, id: string, version: number, postId: string) =>
    answered(api.POST('/api/tickets/{id}/assignments', { params: of(id, key), body: { postId, version } })),
  reply: (key: string, id: string, version: number, words: string, photoIds: string[]) =>
    answered(api.POST('/api/tickets/{id}/replies', { params: of(id, key), body: { words, photoIds, version } })),
  ask: (key: string, id: string, version: number, words: string) =>
    answered(api.POST('/api/tickets/{id}/questions', { params: of(id, key), body: { words, version } })),
  giveBack: (key: string, id: string, body: Input<'/api/tickets/{id}/returns', 'post'>) =>
    answered(api.POST('/api/tickets/{id}/returns', { params: of(id, key), body })),
  reviewReturn: (key: string, id: string, version: number, upheld: boolean, words: string) =>
    answered(api.POST('/api/tickets/{id}/return-reviews', { params: of(id, key), body: { upheld, words, version } })),
  transfer: (key: string, id: string, version: number, unitId: string, words: string) =>
    answered(api.POST('/api/tickets/{id}/transfers', { params: of(id, key), body: { unitId, words, version } })),
  resolve: (key: string, id: string, version: number, words: string, photoIds: string[]) =>
    answered(api.POST('/api/tickets/{id}/resolutions', { params: of(id, key), body: { words, photoIds, version } })),
  decline: (key: string, id: string, version: number, reasonCode: string, words: string) =>
    answered(api.POST('/api/tickets/{id}/declines', { params: of(id, key), body: { reasonCode, words, version } })),
  contest: (key: string, id: string, version: number, reason: string) =>
    answered(api.POST('/api/tickets/{id}/decline-contests', { params: of(id, key), body: { reason, version } })),
  reviewDecline: (key: string, id: string, body: Input<'/api/tickets/{id}/decline-reviews', 'post'>) =>
    answered(api.POST('/api/tickets/{id}/decline-reviews', { params: of(id, key), body })),
  declineReviewCounts: (from: string, to: string) =>
    answered(api.GET('/api/decline-review-counts', { params: { query: { from, to } } })),
  close: (key: string, id: string, version: number, words: string) =>
    answered(api.POST('/api/tickets/{id}/closures', { params: of(id, key), body: { words, version } })),
  /** Goes out even when the window closes at that moment. */
  classify: (key: string, id: string, body: Classification) =>
    answered(api.POST('/api/tickets/{id}/classifications', { params: of(id, key), body, keepalive: true })),
}
