import { answered, api, type Answer, type Input } from '@/base'

export type HonestyFigures = Answer<'/api/closures/figures', 'get'>
export type SignalFigure = HonestyFigures['signals'][number]
export type HonestyDetail = Answer<'/api/closures/{id}', 'get'>
export type HonestyLine = HonestyDetail['line']
export type SignalView = HonestyLine['signals'][number]
export type Signal = SignalView['signal']
export type HonestyStatus = 'WAITING' | 'UNSOLVED' | 'SOLVED'
type Verdict = Input<'/api/closures/{id}/verdicts', 'post'>

/** What the queue is narrowed to. */
export interface HonestyWish {
  status?: HonestyStatus
  signal?: Signal
  unit?: string
}

/** Reports that tickets are done which look unsolved, and what reviewers find. */
export const honestyApi = {
  list: (wish: HonestyWish, cursor: string | undefined, limit?: number) =>
    answered(api.GET('/api/closures', { params: { query: { ...wish, cursor, limit } } })),
  figures: () => answered(api.GET('/api/closures/figures')),
  open: (id: string) => answered(api.GET('/api/closures/{id}', { params: { path: { id } } })),
  judge: (key: string, id: string, body: Verdict) =>
    answered(
      api.POST('/api/closures/{id}/verdicts', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
}
