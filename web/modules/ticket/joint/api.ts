import { answered, api, type Answer, type Input } from '@/base'
import { once } from '../api'

export type Whistle = Answer<'/api/whistles/{id}', 'get'>
export type Call = Whistle['calls'][number]
export type Step = Whistle['allowed'][number]
export type WhistleRow = Answer<'/api/whistles', 'get'>['items'][number]
export type WhistleStatus = Whistle['status']
export type Plan = Answer<'/api/whistle-plans', 'post'>
export type NewWhistle = Input<'/api/whistles', 'post'>
export type Objection = Answer<'/api/objections', 'get'>['items'][number]
export type ObjectionStatus = Objection['status']
export type Department = Answer<'/api/joint-counts', 'get'>[number]
export type Directive = Answer<'/api/directives', 'get'>['items'][number]
export type DirectiveStatus = Directive['status']
export type DirectiveStep = Directive['allowed'][number]
export type MyWhistle = Answer<'/api/my/appeals/{id}/whistles', 'get'>[number]

const of = (id: string, key: string) => ({ path: { id }, ...once(key) })
const at = (whistle: Whistle, call: Call, key: string) => ({ path: { id: whistle.id, callId: call.id }, ...once(key) })

/** What the desk does with whistles; every deed carries the version that its doer saw. */
export const jointApi = {
  plan: (ticketIds: string[]) => answered(api.POST('/api/whistle-plans', { body: { ticketIds } })),
  blow: (key: string, body: NewWhistle) => answered(api.POST('/api/whistles', { params: once(key), body })),
  ofTicket: (id: string) => answered(api.GET('/api/tickets/{id}/whistles', { params: { path: { id } } })),
  list: (status: WhistleStatus | undefined, unit: string | undefined, late: boolean, cursor: string | undefined) =>
    answered(api.GET('/api/whistles', { params: { query: { status, unit, late: late || undefined, cursor } } })),
  draft: (key: string, { id, version }: Whistle, words: string) =>
    answered(api.POST('/api/whistles/{id}/resolutions', { params: of(id, key), body: { words, version } })),
  close: (key: string, { id, version }: Whistle, words: string) =>
    answered(api.POST('/api/whistles/{id}/closures', { params: of(id, key), body: { words, version } })),
  review: (key: string, { id, version }: Whistle, needed: boolean, words: string) =>
    answered(api.POST('/api/whistles/{id}/reviews', { params: of(id, key), body: { needed, words, version } })),
  confirm: (key: string, whistle: Whistle, call: Call) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/confirmations', {
        params: at(whistle, call, key),
        body: { version: call.version },
      }),
    ),
  object: (
    key: string,
    whistle: Whistle,
    call: Call,
    body: { reasonCode: string; dutyEntry: string; matterCode: string | null; words: string },
  ) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/objections', {
        params: at(whistle, call, key),
        body: { ...body, version: call.version },
      }),
    ),
  decide: (key: string, id: string, callId: string, upheld: boolean, words: string, version: number) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/objection-decisions', {
        params: { path: { id, callId }, ...once(key) },
        body: { upheld, words, version },
      }),
    ),
  send: (key: string, whistle: Whistle, call: Call, name: string, phone: string) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/delegates', {
        params: at(whistle, call, key),
        body: { name, phone, version: call.version },
      }),
    ),
  admit: (key: string, whistle: Whistle, call: Call, words: string) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/admissions', {
        params: at(whistle, call, key),
        body: { words, version: call.version },
      }),
    ),
  checkIn: (key: string, whistle: Whistle, call: Call, spot: { lon: number; lat: number } | null, photoIds: string[]) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/check-ins', {
        params: at(whistle, call, key),
        body: { lon: spot?.lon ?? null, lat: spot?.lat ?? null, photoIds, version: call.version },
      }),
    ),
  promise: (key: string, whistle: Whistle, call: Call, done: string, promise: string, promisedOn: string) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/promises', {
        params: at(whistle, call, key),
        body: { done, promise, promisedOn, version: call.version },
      }),
    ),
  sign: (key: string, whistle: Whistle, call: Call) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/signatures', {
        params: at(whistle, call, key),
        body: { version: call.version },
      }),
    ),
  fulfil: (key: string, whistle: Whistle, call: Call, words: string, photoIds: string[]) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/fulfilments', {
        params: at(whistle, call, key),
        body: { words, photoIds, version: call.version },
      }),
    ),
  score: (key: string, whistle: Whistle, call: Call, score: number, words: string) =>
    answered(
      api.POST('/api/whistles/{id}/calls/{callId}/scores', {
        params: at(whistle, call, key),
        body: { score, words, version: call.version },
      }),
    ),
}

/** What the street's desk reads and orders. */
export const jointDeskApi = {
  objections: (status: ObjectionStatus | undefined, cursor: string | undefined) =>
    answered(api.GET('/api/objections', { params: { query: { status, cursor } } })),
  reviewReturn: (key: string, id: string, upheld: boolean, words: string, version: number) =>
    answered(api.POST('/api/tickets/{id}/return-reviews', { params: of(id, key), body: { upheld, words, version } })),
  departments: (from: string, to: string) =>
    answered(api.GET('/api/joint-counts', { params: { query: { from, to } } })),
  directives: (status: DirectiveStatus | undefined, cursor: string | undefined) =>
    answered(api.GET('/api/directives', { params: { query: { status, cursor } } })),
  directable: (ticketId: string) =>
    answered(api.GET('/api/tickets/{id}/directive-units', { params: { path: { id: ticketId } } })),
  direct: (key: string, body: Input<'/api/directives', 'post'>) =>
    answered(api.POST('/api/directives', { params: once(key), body })),
  take: (key: string, { id, version }: Directive) =>
    answered(api.POST('/api/directives/{id}/acceptances', { params: of(id, key), body: { version } })),
  finish: (key: string, { id, version }: Directive, words: string) =>
    answered(api.POST('/api/directives/{id}/completions', { params: of(id, key), body: { words, version } })),
  recall: (key: string, { id, version }: Directive, words: string) =>
    answered(api.POST('/api/directives/{id}/recalls', { params: of(id, key), body: { words, version } })),
}

/** What authors see of whistles on their own matter. */
export const myWhistleApi = {
  of: (id: string) => answered(api.GET('/api/my/appeals/{id}/whistles', { params: { path: { id } } })),
  rate: (key: string, id: string, whistle: MyWhistle, score: number, words: string) =>
    answered(
      api.POST('/api/my/appeals/{id}/whistle-ratings', {
        params: of(id, key),
        body: { whistleId: whistle.id, score, words, version: whistle.version },
      }),
    ),
}
