import { answered, api, type Answer, type Query } from '@/base'

export type OpenRow = Answer<'/api/open-tickets', 'get'>['items'][number]
export type OpenTicket = Answer<'/api/open-tickets/{number}', 'get'>
export type OpenStage = OpenRow['stage']
export type OpenStep = OpenTicket['steps'][number]
export type OpenMatterClass = Answer<'/api/open-matters', 'get'>[number]
export type OpenFilter = Pick<Query<'/api/open-tickets'>, 'area' | 'matter' | 'stage' | 'q'>
export type Neighbourhood = Answer<'/api/neighbourhood', 'get'>
export type NearbyMatter = Neighbourhood['open'][number]
export type NearbyTicket = Neighbourhood['tickets'][number]

/** What anybody may read. */
export const openApi = {
  list: (filter: OpenFilter, cursor: string | undefined) =>
    answered(api.GET('/api/open-tickets', { params: { query: { ...filter, cursor } } })),
  ticket: (number: string) => answered(api.GET('/api/open-tickets/{number}', { params: { path: { number } } })),
  matters: () => answered(api.GET('/api/open-matters')),
  around: (area: string) => answered(api.GET('/api/neighbourhood', { params: { query: { area } } })),
}
