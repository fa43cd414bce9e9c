import { answered, api, type Answer, type Input } from '@/base'
import { once } from '../api'

export type CallBackRow = Answer<'/api/call-backs', 'get'>['items'][number]
export type CallLogRow = Answer<'/api/call-backs/calls', 'get'>['items'][number]
export type Call = Answer<'/api/call-backs/{appealId}/calls', 'post'>
export type Outcome = CallLogRow['outcome']
type Ended = Input<'/api/call-backs/calls/{id}/ends', 'post'>

/** Residents who are asked by phone how it went, and the calls. */
export const callBackApi = {
  list: (state: 'DUE' | 'UNREACHABLE', cursor: string | undefined) =>
    answered(api.GET('/api/call-backs', { params: { query: { state, cursor } } })),
  log: (cursor: string | undefined) => answered(api.GET('/api/call-backs/calls', { params: { query: { cursor } } })),
  begin: (key: string, appealId: string) =>
    answered(api.POST('/api/call-backs/{appealId}/calls', { params: { path: { appealId }, ...once(key) } })),
  end: (key: string, id: string, body: Ended) =>
    answered(api.POST('/api/call-backs/calls/{id}/ends', { params: { path: { id }, ...once(key) }, body })),
}
