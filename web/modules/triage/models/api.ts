import { answered, api, type Answer, type Query } from '@/base'

export type ServiceView = Answer<'/api/models/service', 'get'>
export type ModelCard = NonNullable<ServiceView['serving']>
export type ModelState = ModelCard['state']
export type Trial = NonNullable<ModelCard['trial']>
export type Comparison = Answer<'/api/models/{version}/comparison', 'get'>
export type PrecisionMonth = Answer<'/api/triage-figures', 'get'>[number]

/** The city's own models, and how well they do. */
export const modelApi = {
  service: () => answered(api.GET('/api/models/service')),
  list: (state: Query<'/api/models'>['state'], cursor: string | undefined) =>
    answered(
      api.GET('/api/models', { params: { query: { state, cursor: cursor === undefined ? undefined : +cursor } } }),
    ),
  compare: (version: number, other: number) =>
    answered(api.GET('/api/models/{version}/comparison', { params: { path: { version }, query: { with: other } } })),
  putBack: (key: string, version: number, inService: number, reason: string) =>
    answered(
      api.POST('/api/models/{version}/services', {
        params: { path: { version }, header: { 'Idempotency-Key': key } },
        body: { inService, reason },
      }),
    ),
  months: () => answered(api.GET('/api/triage-figures')),
}
