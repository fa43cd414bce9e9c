import { answered, api, type Answer, type Input } from '@/base'
import { once } from '../api'

export type TicketExclusions = Answer<'/api/tickets/{id}/exclusions', 'get'>
export type Exclusion = TicketExclusions['exclusions'][number]
export type ExclusionAction = Exclusion['allowedActions'][number]
export type ExclusionState = Exclusion['state']
export type ExclusionReason = TicketExclusions['reasons'][number]
type Asked = Input<'/api/tickets/{id}/exclusions', 'post'>

/** What a list of exclusions is narrowed to. */
export interface ExclusionWish {
  status?: ExclusionState
  unit?: string
  reason?: string
}

const of = (id: string, key: string) => ({ path: { id }, ...once(key) })

/** Which tickets the rates leave out, and what is asked and decided about it. */
export const exclusionApi = {
  ofTicket: (id: string) => answered(api.GET('/api/tickets/{id}/exclusions', { params: { path: { id } } })),
  apply: (key: string, id: string, body: Asked) =>
    answered(api.POST('/api/tickets/{id}/exclusions', { params: of(id, key), body })),
  list: (wish: ExclusionWish, cursor: string | undefined) =>
    answered(api.GET('/api/exclusions', { params: { query: { ...wish, cursor } } })),
  reasons: () => answered(api.GET('/api/exclusion-reasons')),
  /** The words are the reviewer's; taking back needs none. */
  act: (key: string, one: Exclusion, action: ExclusionAction, words: string) => {
    const { version } = one
    const params = of(one.id, key)
    if (action === 'TAKE_BACK')
      return answered(api.POST('/api/exclusions/{id}/withdrawals', { params, body: { version } }))
    if (action === 'REVOKE')
      return answered(api.POST('/api/exclusions/{id}/revocations', { params, body: { version, words } }))
    const upheld = action === 'UPHOLD'
    return answered(api.POST('/api/exclusions/{id}/reviews', { params, body: { version, words, upheld } }))
  },
}
