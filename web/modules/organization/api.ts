import { answered, api, type Answer } from '@/base'

export type UnitView = Answer<'/api/units', 'get'>[number]
export type PostView = Answer<'/api/units/{id}/posts', 'get'>[number]

export const organizationApi = {
  /** `near` is the area in question: of equal matches those who work for it come first. */
  units: (q?: string, near?: string | null) =>
    answered(api.GET('/api/units', { params: { query: { ...(q && { q }), ...(near && { near }) } } })),
  posts: (id: string) => answered(api.GET('/api/units/{id}/posts', { params: { path: { id } } })),
}
