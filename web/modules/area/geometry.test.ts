import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { boundsOf, centroids } from './geometry'

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

  it('writes the name in the middle of the largest part', () => {
    const [lon, lat] = centroids(collection).features[0]!.geometry.coordinates
    expect(lon).toBeCloseTo(114.005, 6)
    expect(lat).toBeCloseTo(27.005, 6)
  })
})
