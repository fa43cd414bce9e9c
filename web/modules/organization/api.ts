import { answered, api, type Answer } from '@/base'

export type UnitView = Answer<'/api/units', 'get'>[number]
export type PostView = Answer<'/api/units/{id}/posts', 'get'>[number]

export const organizationApi = {
  units: (q?: string) => answered(api.GET('/api/units', { params: { query: q ? { q } : {} } })),
  posts: (id: string) => answered(api.GET('/api/units/{id}/posts', { params: { path: { id } } })),
}
