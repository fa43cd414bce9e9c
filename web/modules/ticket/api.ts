import { answered, api, type Answer, type Input } from '@/base'

export type Receipt = Answer<'/api/appeals', 'post'>
export type Understanding = Answer<'/api/appeals/understandings', 'post'>
export type NewAppeal = Input<'/api/appeals', 'post'>
export type MyAppealRow = Answer<'/api/my/appeals', 'get'>['items'][number]
export type Status = MyAppealRow['status']
export type MyAppeal = Answer<'/api/my/appeals/{id}', 'get'>
export type QueryAnswer = Answer<'/api/appeal-queries', 'post'>
export type Decision = NonNullable<Receipt['decision']>
export type TimelineEntry = MyAppeal['timeline'][number]
export type Verdict = NonNullable<MyAppeal['verdict']>
export type WordsAndPhotos = Input<'/api/my/appeals/{id}/supplements', 'post'>
export type VerdictInput = Input<'/api/my/appeals/{id}/verdicts', 'post'>

export type OtherWays = Answer<'/api/other-ways', 'post'>
export type Danger = OtherWays['dangers'][number]

export const once = (key: string) => ({ header: { 'Idempotency-Key': key } })
const of = (id: string, key: string) => ({ path: { id }, ...once(key) })

/** What a resident does with own appeals. */
export const appealApi = {
  /** @param answer the matter that was chosen when asked */
  understand: (words: string, place: NewAppeal['place'], answer: string | null) =>
    answered(api.POST('/api/appeals/understandings', { body: { words, place, matterCode: answer } })),
  otherWays: (words: string) => answered(api.POST('/api/other-ways', { body: { words } })),
  submit: (key: string, body: NewAppeal) => answered(api.POST('/api/appeals', { params: once(key), body })),
  mine: (status: Status | undefined, cursor: string | undefined) =>
    answered(api.GET('/api/my/appeals', { params: { query: { status, cursor } } })),
  open: (id: string) => answered(api.GET('/api/my/appeals/{id}', { params: { path: { id } } })),
  supplement: (key: string, id: string, body: WordsAndPhotos) =>
    answered(api.POST('/api/my/appeals/{id}/supplements', { params: of(id, key), body })),
  answer: (key: string, id: string, body: WordsAndPhotos) =>
    answered(api.POST('/api/my/appeals/{id}/answers', { params: of(id, key), body })),
  withdraw: (key: string, id: string, reason: string, version: number) =>
    answered(api.POST('/api/my/appeals/{id}/withdrawals', { params: of(id, key), body: { reason, version } })),
  judge: (key: string, id: string, body: VerdictInput) =>
    answered(api.POST('/api/my/appeals/{id}/verdicts', { params: of(id, key), body })),
  reopen: (key: string, id: string, reason: string, version: number) =>
    answered(api.POST('/api/my/appeals/{id}/reopenings', { params: of(id, key), body: { reason, version } })),
  contest: (key: string, id: string, reason: string, version: number) =>
    answered(api.POST('/api/my/appeals/{id}/decline-contests', { params: of(id, key), body: { reason, version } })),
  publish: (key: string, id: string, open: boolean, version: number) =>
    answered(api.POST('/api/my/appeals/{id}/publicity', { params: of(id, key), body: { public: open, version } })),
  byQueryCode: (queryCode: string) => answered(api.POST('/api/appeal-queries', { body: { queryCode } })),
}
