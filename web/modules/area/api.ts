import type { FeatureCollection } from 'geojson'
import { answered, api, type Answer, type Input } from '@/base'

export type AreaView = Answer<'/api/areas', 'get'>[number]
export type PlaceView = Answer<'/api/places', 'get'>[number]
/** Where something is: a point, an area, a named place, words, or several of these. */
export type Place = NonNullable<Input<'/api/appeals', 'post'>['place']>

/** The longest detail of a place that the contract takes. */
export const PLACE_TEXT_MAX = 200

/** What does not change while a page is open: read once, and again after a failure. */
function kept<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () =>
    (answer ??= read().catch((problem: unknown) => {
      answer = undefined
      throw problem
    }))
}

const areas = (level: string) => answered(api.GET('/api/areas', { params: { query: { level } } }))

export const areaApi = {
  /** Counties, streets and communities of the city. */
  territory: kept(async () => {
    const [counties, streets, communities] = await Promise.all([areas('county'), areas('street'), areas('community')])
    return { counties, streets, communities }
  }),
  /** An area and, of a street or a county, the communities in it. */
  within: async (code: string): Promise<string[]> => {
    const { streets, communities } = await areaApi.territory()
    const inside = new Set([code])
    for (const one of [...streets, ...communities]) if (inside.has(one.parentCode ?? '')) inside.add(one.code)
    return [...inside]
  },
  /** What an area is called; its code where the city does not know it. */
  nameOf: async (code: string): Promise<string> => {
    const { counties, streets, communities } = await areaApi.territory()
    const isIt = (one: AreaView) => one.code === code
    const found = [...counties, ...streets, ...communities].find(isIt) ?? (await areaApi.grids()).find(isIt)
    return found?.name ?? code
  },
  grids: kept(() => areas('grid')),
  children: (parent: string) => answered(api.GET('/api/areas', { params: { query: { parent } } })),
  at: (lon: number, lat: number) => answered(api.GET('/api/areas/at', { params: { query: { lon, lat } } })),
  named: (q: string) => answered(api.GET('/api/places', { params: { query: { q } } })),
  places: (area: string) => answered(api.GET('/api/places', { params: { query: { area } } })),
  outlines: async (level: string) =>
    (await answered(api.GET('/api/areas/outlines', { params: { query: { level } } }))) as unknown as FeatureCollection,
}
