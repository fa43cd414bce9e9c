import { answered, api, type Answer } from '@/base'

export type Sources = Answer<'/api/insight/sources', 'get'>
export type SourceLine = Sources['whole']

/** What residents file beside what grid workers report. */
export const sourcesApi = {
  open: (area: string | undefined, from: string, to: string) =>
    answered(api.GET('/api/insight/sources', { params: { query: { area, from, to } } })),
}
