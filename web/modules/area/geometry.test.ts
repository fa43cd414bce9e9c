import type { Feature, FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { boundsOf, centroids, holderOf, markChosen, middleOfArea, twoLines } from './geometry'

const square = (lon: number, lat: number, side: number): number[][] => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat],
]
const collection: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '第一网格' },
      geometry: { type: 'MultiPolygon', coordinates: [[square(114, 27, 0.01)], [square(115, 28, 0.002)]] },
    },
  ],
}

describe('geometry', () => {
  it('finds the box around all parts', () => {
    expect(boundsOf(collection)).toEqual([114, 27, 115.002, 28.002])
  })

  it('names the area around a point, and none outside', () => {
    const held = {
      ...collection,
      features: [{ ...collection.features[0]!, properties: { code: 'g1', parentCode: 'c' } }],
    }
    expect(holderOf(held, 115.001, 28.001)).toBe('g1')
    expect(holderOf(held, 114.5, 27.5)).toBeUndefined()
    const [lon, lat] = middleOfArea(held, 'c') ?? []
    expect(lon).toBeCloseTo(114.501)
    expect(lat).toBeCloseTo(27.501)
    expect(middleOfArea(held, 'd')).toBeUndefined()
  })

  it('marks the area around a point and no other', () => {
    const marked = () => collection.features.map(feature => feature.properties?.chosen)
    markChosen(collection, 115.001, 28.001)
    expect(marked()).toEqual([true])
    markChosen(collection, 114.5, 27.5)
    expect(marked()).toEqual([false])
    markChosen(collection, null, null)
    expect(marked()).toEqual([false])
  })

  it('marks the areas that are named when there is no point, and names a single one', () => {
    const grid = (code: string, parentCode: string): Feature => ({
      type: 'Feature',
      properties: { code, parentCode },
      geometry: collection.features[0]!.geometry,
    })
    const city = { type: 'FeatureCollection' as const, features: [grid('g1', 'c'), grid('g2', 'c'), grid('g3', 'd')] }
    const state = (what: string) => city.features.map(one => Boolean(one.properties?.[what]))
    expect(markChosen(city, null, null, new Set(['c'])).features).toHaveLength(2)
    expect([state('chosen'), state('named')]).toEqual([
      [true, true, false],
      [false, false, false],
    ])
    markChosen(city, null, null, new Set(['g3']))
    expect(state('named')).toEqual([false, false, true])
  })

  it('writes the name of the area around a point at that point, under its pin', () => {
    markChosen(collection, 115.001, 28.001)
    expect(centroids(collection).features[0]!.geometry.coordinates).toEqual([115.001, 28.001])
    markChosen(collection)
  })

  it('breaks a long name before the number of the grid', () => {
    expect(twoLines('百花湖第一网格')).toBe('百花湖\n第一网格')
    expect(twoLines('城北街道北湖社区3网格')).toBe('城北街道北湖社区\n3网格')
    expect(twoLines('百花湖社区')).toBe('百花湖社区')
    expect(twoLines('仰天岗国家森林公园')).toBe('仰天岗国家\n森林公园')
    expect(twoLines('Lake of Flowers, grid 1')).toBe('Lake of Flowers, grid 1')
  })

  it('writes the name in the middle of the largest part', () => {
    const [lon, lat] = centroids(collection).features[0]!.geometry.coordinates
    expect(lon).toBeCloseTo(114.005, 6)
    expect(lat).toBeCloseTo(27.005, 6)
  })
})
