import type { Feature, FeatureCollection, Point, Position } from 'geojson'

type Box = [number, number, number, number]
const TINTS = 5

function ringsOf(feature: Feature): Position[][] {
  const shape = feature.geometry
  if (shape.type === 'Polygon') return shape.coordinates.slice(0, 1)
  if (shape.type === 'MultiPolygon') return shape.coordinates.flatMap(polygon => polygon.slice(0, 1))
  return []
}

export function boundsOf(collection: FeatureCollection): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon = 0, lat = 0] of collection.features.flatMap(ringsOf).flat()) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

/** Twice the signed area of a ring and its area-weighted middle (the shoelace formula). */
function middleOf(ring: Position[]): { size: number; middle: Position } {
  let twice = 0
  let x = 0
  let y = 0
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  for (let i = 0; i < ring.length - 1; i++) {
    // Relative to the first corner: degrees are large and grids are small.
    const [ax, ay] = [(ring[i]?.[0] ?? 0) - x0, (ring[i]?.[1] ?? 0) - y0]
    const [bx, by] = [(ring[i + 1]?.[0] ?? 0) - x0, (ring[i + 1]?.[1] ?? 0) - y0]
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  if (twice === 0) return { size: 0, middle: [x0, y0] }
  return { size: Math.abs(twice), middle: [x0 + x / (3 * twice), y0 + y / (3 * twice)] }
}

/** One point per feature, in the middle of its largest part, so that a name is written once. */
export function centroids(collection: FeatureCollection): FeatureCollection<Point> {
  const features = collection.features.map((feature, index): Feature<Point> => {
    // Neighbours follow each other in the list: turning tints keep them apart.
    feature.properties = { ...feature.properties, tint: index % TINTS }
    const parts = ringsOf(feature)
      .map(middleOf)
      .sort((a, b) => b.size - a.size)
    return {
      type: 'Feature',
      properties: feature.properties,
      geometry: { type: 'Point', coordinates: parts[0]?.middle ?? [0, 0] },
    }
  })
  return { type: 'FeatureCollection', features }
}
