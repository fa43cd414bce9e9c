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

/** Whether a ring goes around a point: an even or odd number of its edges lies to the east. */
function goesAround(ring: Position[], lon: number, lat: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? []
    const [bx = 0, by = 0] = ring[j] ?? []
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** The code of the feature around a point; undefined outside of all. */
export function holderOf(collection: FeatureCollection, lon: number, lat: number): string | undefined {
  const holder = collection.features.find(feature => ringsOf(feature).some(ring => goesAround(ring, lon, lat)))
  return holder && String(holder.properties?.code)
}

/** The middle of the box around the features that are, or lie in, the area of the code. */
export function middleOfArea(collection: FeatureCollection, code: string): [number, number] | undefined {
  const features = collection.features.filter(
    ({ properties }) => properties?.code === code || properties?.parentCode === code,
  )
  if (!features.length) return undefined
  const [west, south, east, north] = boundsOf({ type: 'FeatureCollection', features })
  return [(west + east) / 2, (south + north) / 2]
}

/**
 * Marks the feature that holds the point, or without a point those of the named areas, and no other. A single one is
 * named whatever stands around it.
 */
export function markChosen(
  collection: FeatureCollection,
  lon?: number | null,
  lat?: number | null,
  codes: ReadonlySet<string> = new Set(),
): FeatureCollection {
  const atPoint = lon != null && lat != null
  const chosen = collection.features.filter(feature =>
    atPoint
      ? ringsOf(feature).some(ring => goesAround(ring, lon, lat))
      : codes.has(String(feature.properties?.code)) || codes.has(String(feature.properties?.parentCode)),
  )
  for (const feature of collection.features) {
    const isChosen = chosen.includes(feature)
    // the name stands under the tip of the pin, not beneath its head
    const at = isChosen && atPoint ? [lon, lat] : undefined
    feature.properties = { ...feature.properties, chosen: isChosen, named: isChosen && chosen.length === 1, at }
  }
  return { type: 'FeatureCollection', features: chosen }
}

/**
 * A long name in two lines: "百花湖" over "第一网格". It breaks before the number of the grid, else in the middle of what
 * has no blank; what is short or has blanks stays as it is.
 */
export function twoLines(name: string): string {
  const LONG = 6
  if (name.length <= LONG || name.includes(' ')) return name
  const number = name.search(/第?[一二三四五六七八九十百零〇\d]+(?:号)?网格$/)
  const at = number > 0 ? number : Math.ceil(name.length / 2)
  return `${name.slice(0, at)}\n${name.slice(at)}`
}

/** One point per feature, in the middle of its largest part, so that a name is written once. */
export function centroids(collection: FeatureCollection): FeatureCollection<Point> {
  const features = collection.features.map((feature, index): Feature<Point> => {
    // Neighbours follow each other in the list: turning tints keep them apart.
    const label = twoLines(String(feature.properties?.name ?? ''))
    feature.properties = { ...feature.properties, tint: index % TINTS, label }
    const parts = ringsOf(feature)
      .map(middleOf)
      .sort((a, b) => b.size - a.size)
    return {
      type: 'Feature',
      properties: feature.properties,
      geometry: {
        type: 'Point',
        coordinates: (feature.properties.at as Position | undefined) ?? parts[0]?.middle ?? [0, 0],
      },
    }
  })
  return { type: 'FeatureCollection', features }
}
