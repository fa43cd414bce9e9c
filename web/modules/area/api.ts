import type { FeatureCollection } from 'geojson'
import { answered, api, type Answer, type Input } from '@/base'

export type AreaView = Answer<'/api/areas', 'get'>[number]
export type PlaceView = Answer<'/api/places', 'get'>[number]
/** Where something is: a point, an area, a named place, words, or several of these. */
export type Place = NonNullable<Input<'/api/appeals', 'post'>['place']>

export const areaApi = {
  areas: (level: string) => answered(api.GET('/api/areas', { params: { query: { level } } })),
  children: (parent: string) => answered(api.GET('/api/areas', { params: { query: { parent } } })),
  at: (lon: number, lat: number) => answered(api.GET('/api/areas/at', { params: { query: { lon, lat } } })),
  places: (area: string) => answered(api.GET('/api/places', { params: { query: { area } } })),
  outlines: async (level: string) =>
    (await answered(api.GET('/api/areas/outlines', { params: { query: { level } } }))) as unknown as FeatureCollection,
}
