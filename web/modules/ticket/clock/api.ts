import { answered, api, type Answer, type Input } from '@/base'
import { once } from '../api'

export type Clock = Answer<'/api/tickets/{id}/clock', 'get'>
export type Deferral = Clock['deferrals'][number]
export type DeferralAction = Deferral['allowedActions'][number]
export type DeferralKind = Deferral['kind']
export type DeferralRow = Answer<'/api/deferrals', 'get'>['items'][number]
type Asked = Input<'/api/tickets/{id}/deferrals', 'post'>
type Decided = Input<'/api/deferrals/{id}/decisions', 'post'>

const of = (id: string, key: string) => ({ path: { id }, ...once(key) })

/** Clocks of tickets, and what is asked and decided about them. */
export const clockApi = {
  open: (id: string) => answered(api.GET('/api/tickets/{id}/clock', { params: { path: { id } } })),
  defer: (key: string, id: string, body: Asked) =>
    answered(api.POST('/api/tickets/{id}/deferrals', { params: of(id, key), body })),
  decide: (key: string, id: string, body: Decided) =>
    answered(api.POST('/api/deferrals/{id}/decisions', { params: of(id, key), body })),
  supervise: (key: string, id: string, version: number, words: string) =>
    answered(api.POST('/api/tickets/{id}/supervisions', { params: of(id, key), body: { version, words } })),
  deferrals: (side: string, kind: DeferralKind | undefined, open: boolean, before: string | undefined) =>
    answered(api.GET('/api/deferrals', { params: { query: { side, kind, open, before } } })),
}
