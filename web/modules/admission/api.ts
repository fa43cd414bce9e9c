import { answered, api, type Answer, type Input, type Query } from '@/base'

export type AdmissionList = Answer<'/api/admission/items', 'get'>
export type AdmissionItem = AdmissionList['items'][number]
export type ItemKind = AdmissionItem['kind']
export type ItemFilter = Pick<Query<'/api/admission/items'>, 'kind' | 'q' | 'inForce'>
export type RequestRow = Answer<'/api/admission/requests', 'get'>['items'][number]
export type AdmissionRequest = Answer<'/api/admission/requests/{id}', 'get'>
export type AdmissionStatus = RequestRow['status']
export type RequestFilter = Pick<Query<'/api/admission/requests'>, 'status' | 'kind' | 'mine'>
export type Terms = Input<'/api/admission/requests', 'post'>['terms']
export type Community = Answer<'/api/admission/sendable-communities', 'get'>[number]
export type SendableItem = Answer<'/api/admission/sendable-items', 'get'>[number]
export type TaskRow = Answer<'/api/admission/tasks', 'get'>['items'][number]
export type CommunityTask = Answer<'/api/admission/tasks/{id}', 'get'>
export type TaskFilter = Omit<Query<'/api/admission/tasks'>, 'cursor' | 'limit'>
export type Sending = Input<'/api/admission/sendings', 'post'>
export type ChoreRow = Answer<'/api/admission/chores', 'get'>['items'][number]
export type OutsideAppeal = Answer<'/api/admission/outside-appeals', 'get'>['items'][number]
export type AppealFilter = Omit<Query<'/api/admission/outside-appeals'>, 'cursor' | 'limit'>
export type ChoreForm = Answer<'/api/admission/chore-form', 'get'>
export type ChoreFilter = Omit<Query<'/api/admission/chores'>, 'cursor' | 'limit'>
export type NewChore = Input<'/api/admission/chores', 'post'>
export type Suggestion = Answer<'/api/admission/suggestions', 'get'>['items'][number]
export type Burden = Answer<'/api/admission/burden', 'get'>
export type BurdenSum = Burden['total']
export type BurdenFilter = Query<'/api/admission/burden'>

/** The longest texts that the contract takes; a test compares them with openapi.json. */
export const MOST = {
  title: 60,
  about: 1000,
  basis: 300,
  facilities: 300,
  overlapReason: 500,
  words: 500,
  task: 2000,
  report: 2000,
  chore: 200,
} as const

const PAGE = 30
const once = (key: string) => ({ header: { 'Idempotency-Key': key } })
const of = (id: string, key: string) => ({ path: { id }, ...once(key) })

export const listApi = {
  page: (filter: ItemFilter, cursor: string | undefined) =>
    answered(api.GET('/api/admission/items', { params: { query: { ...filter, cursor, limit: PAGE } } })),
  suggestions: (itemCode: string) =>
    answered(api.GET('/api/admission/suggestions', { params: { query: { itemCode, limit: PAGE } } })),
  suggest: (key: string, itemCode: string, words: string) =>
    answered(api.POST('/api/admission/suggestions', { params: once(key), body: { itemCode, words } })),
  answer: (key: string, id: string, words: string, version: number) =>
    answered(api.POST('/api/admission/suggestions/{id}/answers', { params: of(id, key), body: { words, version } })),
}

export const requestApi = {
  page: (filter: RequestFilter, cursor: string | undefined) =>
    answered(api.GET('/api/admission/requests', { params: { query: { ...filter, cursor, limit: PAGE } } })),
  open: (id: string) => answered(api.GET('/api/admission/requests/{id}', { params: { path: { id } } })),
  communities: () => answered(api.GET('/api/admission/sendable-communities')),
  submit: (key: string, terms: Terms, areaCodes: string[]) =>
    answered(api.POST('/api/admission/requests', { params: once(key), body: { terms, areaCodes } })),
  vote: (key: string, id: string, veto: boolean, words: string, version: number) =>
    answered(api.POST('/api/admission/requests/{id}/votes', { params: of(id, key), body: { veto, words, version } })),
  resubmit: (key: string, id: string, terms: Terms, words: string, version: number) =>
    answered(
      api.POST('/api/admission/requests/{id}/resubmissions', { params: of(id, key), body: { terms, words, version } }),
    ),
  endorse: (key: string, id: string, words: string, version: number) =>
    answered(api.POST('/api/admission/requests/{id}/endorsements', { params: of(id, key), body: { words, version } })),
  decide: (key: string, id: string, accepted: boolean, to: string | null, words: string, version: number) =>
    answered(
      api.POST('/api/admission/requests/{id}/decisions', {
        params: of(id, key),
        body: { accepted, to, words, version },
      }),
    ),
  withdraw: (key: string, id: string, words: string, version: number) =>
    answered(api.POST('/api/admission/requests/{id}/withdrawals', { params: of(id, key), body: { words, version } })),
  list: (key: string, id: string, version: number) =>
    answered(api.POST('/api/admission/requests/{id}/listings', { params: of(id, key), body: { version } })),
}

export const taskApi = {
  items: () => answered(api.GET('/api/admission/sendable-items')),
  page: (filter: TaskFilter, cursor: string | undefined) =>
    answered(api.GET('/api/admission/tasks', { params: { query: { ...filter, cursor, limit: PAGE } } })),
  open: (id: string) => answered(api.GET('/api/admission/tasks/{id}', { params: { path: { id } } })),
  send: (key: string, body: Sending) => answered(api.POST('/api/admission/sendings', { params: once(key), body })),
  receive: (key: string, id: string, version: number) =>
    answered(api.POST('/api/admission/tasks/{id}/receipts', { params: of(id, key), body: { version } })),
  report: (key: string, id: string, words: string, hours: number, version: number) =>
    answered(api.POST('/api/admission/tasks/{id}/reports', { params: of(id, key), body: { words, hours, version } })),
  giveBack: (key: string, id: string, words: string, version: number) =>
    answered(api.POST('/api/admission/tasks/{id}/returns', { params: of(id, key), body: { words, version } })),
  withdraw: (key: string, id: string, words: string, version: number) =>
    answered(api.POST('/api/admission/tasks/{id}/withdrawals', { params: of(id, key), body: { words, version } })),
}

export const burdenApi = {
  burden: (filter: BurdenFilter) => answered(api.GET('/api/admission/burden', { params: { query: filter } })),
  choreForm: () => answered(api.GET('/api/admission/chore-form')),
  chores: (filter: ChoreFilter, cursor: string | undefined) =>
    answered(api.GET('/api/admission/chores', { params: { query: { ...filter, cursor, limit: PAGE } } })),
  appeals: (filter: AppealFilter, cursor: string | undefined) =>
    answered(api.GET('/api/admission/outside-appeals', { params: { query: { ...filter, cursor, limit: PAGE } } })),
  record: (key: string, body: NewChore) => answered(api.POST('/api/admission/chores', { params: once(key), body })),
  cancel: (key: string, id: string, version: number) =>
    answered(api.POST('/api/admission/chores/{id}/cancellations', { params: of(id, key), body: { version } })),
}
