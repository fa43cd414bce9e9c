import { answered, api, type Answer } from '@/base'

export type Overview = Answer<'/api/insight/overview', 'get'>
export type Figure = Overview['figures'][number]
export type Line = Overview['areas'][number]
export type Rate = Line['response']
export type Step = Overview['trend'][number]
export type ListFilter = Figure['list']
export type AreaRef = Overview['path'][number]
export type LoadMap = Answer<'/api/insight/map', 'get'>
export type AreaLoad = LoadMap['areas'][number]
export type Points = Answer<'/api/insight/points', 'get'>
export type Compound = Answer<'/api/compounds', 'get'>[number]
export type TicketDot = Points['dots'][number]

/** What has just changed, as the stream of events tells it. */
export interface Changes {
  all: boolean
  tickets: Changed[]
}
export interface Changed {
  id: string
  number: string
  status: string
  matterName: string | null
  areaCode: string
  areaName: string
  overdue: boolean
  at: string
}

export interface Span {
  from: string
  to: string
}

export const insightApi = {
  overview: (area: string | undefined, span: Span) =>
    answered(api.GET('/api/insight/overview', { params: { query: { area, ...span } } })),
  map: (area: string | undefined, level: string | undefined) =>
    answered(api.GET('/api/insight/map', { params: { query: { area, level } } })),
  points: (area: string | undefined, bbox: string, zoom: number) =>
    answered(api.GET('/api/insight/points', { params: { query: { area, bbox, zoom } } })),
  overdue: (area: string | undefined, limit: number) =>
    answered(api.GET('/api/insight/overdue', { params: { query: { area, limit } } })),
  compounds: (area: string) => answered(api.GET('/api/compounds', { params: { query: { area } } })),
  stream: (area: string | undefined) =>
    new EventSource(`/api/insight/stream${area ? `?area=${encodeURIComponent(area)}` : ''}`),
}
