import { answered, api, type Answer, type Query } from '@/base'

export type TableRow = Answer<'/api/policy/tables', 'get'>[number]
export type TableView = Answer<'/api/policy/tables/{table}', 'get'>
export type VersionRow = Answer<'/api/policy/tables/{table}/versions', 'get'>['items'][number]
export type DraftRow = Answer<'/api/policy/drafts', 'get'>['items'][number]
export type DraftView = Answer<'/api/policy/drafts/{id}', 'get'>
export type Upload = Answer<'/api/policy/tables/{table}/drafts', 'post'>
export type Difference = Answer<'/api/policy/drafts/{id}/difference', 'get'>
export type Change = Difference['items'][number]
export type Kind = Change['kind']
export type WhatIf = Answer<'/api/policy/drafts/{id}/what-if', 'get'>
export type Run = NonNullable<WhatIf['run']>
export type Tally = Run['tally']
export type WhatIfTicket = Answer<'/api/policy/drafts/{id}/what-if/tickets', 'get'>['items'][number]
export type TicketKind = NonNullable<Query<'/api/policy/drafts/{id}/what-if/tickets'>['kind']>

export interface Wanted {
  kind?: Kind
  q?: string
  cursor?: string
}

const once = (key: string) => ({ header: { 'Idempotency-Key': key } })
const of = (key: string, id: string) => ({ params: { path: { id }, ...once(key) } })
const file = (path: string, as: 'xlsx' | 'csv') => `${path}/file?as=${as}`

export const policyApi = {
  tables: () => answered(api.GET('/api/policy/tables')),
  table: (table: string) => answered(api.GET('/api/policy/tables/{table}', { params: { path: { table } } })),
  versions: (table: string, cursor: string | undefined) =>
    answered(
      api.GET('/api/policy/tables/{table}/versions', {
        params: { path: { table }, query: { cursor: cursor ? Number(cursor) : undefined } },
      }),
    ),
  versionDifference: (table: string, version: number, from: number, wanted: Wanted) =>
    answered(
      api.GET('/api/policy/tables/{table}/versions/{version}/difference', {
        params: { path: { table, version }, query: { from, ...wanted } },
      }),
    ),
  versionFile: (table: string, version: number, as: 'xlsx' | 'csv') =>
    file(`/api/policy/tables/${table}/versions/${version}`, as),
  withdraw: (key: string, table: string, version: number, reason: string) =>
    answered(
      api.POST('/api/policy/tables/{table}/versions/{version}/withdrawals', {
        params: { path: { table, version }, ...once(key) },
        body: { reason },
      }),
    ),
  upload: (key: string, table: string, chosen: File, note: string) =>
    answered(
      api.POST('/api/policy/tables/{table}/drafts', {
        params: { path: { table }, ...once(key) },
        body: { file: '', note },
        bodySerializer: () => {
          const form = new FormData()
          form.append('file', chosen, chosen.name)
          form.append('note', note)
          return form
        },
      }),
    ),
  drafts: (waiting: boolean, cursor: string | undefined) =>
    answered(api.GET('/api/policy/drafts', { params: { query: { waiting, cursor } } })),
  draft: (id: string) => answered(api.GET('/api/policy/drafts/{id}', { params: { path: { id } } })),
  draftFile: (id: string, as: 'xlsx' | 'csv') => file(`/api/policy/drafts/${id}`, as),
  draftDifference: (id: string, wanted: Wanted) =>
    answered(api.GET('/api/policy/drafts/{id}/difference', { params: { path: { id }, query: { ...wanted } } })),
  publish: (key: string, id: string, body: { effectiveFrom: string | null; reason: string; version: number }) =>
    answered(api.POST('/api/policy/drafts/{id}/publications', { ...of(key, id), body })),
  approve: (key: string, id: string, version: number) =>
    answered(api.POST('/api/policy/drafts/{id}/approvals', { ...of(key, id), body: { version } })),
  reject: (key: string, id: string, version: number, reason: string) =>
    answered(api.POST('/api/policy/drafts/{id}/rejections', { ...of(key, id), body: { version, reason } })),
  discard: (key: string, id: string, version: number) =>
    answered(api.POST('/api/policy/drafts/{id}/discards', { ...of(key, id), body: { version } })),
  whatIf: (id: string) => answered(api.GET('/api/policy/drafts/{id}/what-if', { params: { path: { id } } })),
  startWhatIf: (key: string, id: string, days: number) =>
    answered(api.POST('/api/policy/drafts/{id}/what-ifs', { ...of(key, id), body: { days } })),
  cancelWhatIf: (key: string, id: string) =>
    answered(api.POST('/api/policy/drafts/{id}/what-if/cancellations', of(key, id))),
  whatIfTickets: (id: string, kind: TicketKind, cursor: string | undefined) =>
    answered(api.GET('/api/policy/drafts/{id}/what-if/tickets', { params: { path: { id }, query: { kind, cursor } } })),
}
