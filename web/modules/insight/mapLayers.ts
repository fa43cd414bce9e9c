import type { FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { centroids, isWithin } from '@/area'
import { token } from '@/design'
import type { Points } from './api'
import { CLASSES } from './loads'

export const OUTLINES = 'loads'
export const NAMES = 'load-names'
export const BORDERS = 'borders'
export const BORDER_NAMES = 'border-names'
export const DOTS = 'dots'
export const CLUSTERS = 'server-clusters'
export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Outlines by which one sees where the areas of a level lie, the nearest first. */
export const ABOVE: Record<string, string[]> = {
  county: ['city'],
  street: ['county'],
  community: ['street', 'county'],
  grid: ['street', 'county'],
}
/** More areas than this are named only from near; from afar what holds them is. */
const NAMED_MAX = 120
const NAMED_FROM: Record<string, number> = { community: 10.8, grid: 12.2 }
const ZOOM_MAX = 24

/** The zoom from which the areas themselves are named. */
export const namedFrom = (level: string, count: number): number => (count > NAMED_MAX ? (NAMED_FROM[level] ?? 0) : 0)

export interface Borders {
  outlines: FeatureCollection
  names: FeatureCollection<Point>
}

/**
 * What stands around areas: the outlines above them, marked by their rank and whether it is the area in view, and the
 * names of the nearest of those that hold some of them.
 */
export function bordersOf(above: readonly FeatureCollection[], codes: readonly string[], here: string): Borders {
  const outlines = above.flatMap(({ features }, rank) =>
    features.map(one => ({
      ...one,
      properties: { ...one.properties, code: String(one.properties?.code), rank, here: one.properties?.code === here },
    })),
  )
  const holders = outlines.filter(
    ({ properties }) => properties.rank === 0 && codes.some(code => isWithin(code, properties.code)),
  )
  return {
    outlines: { type: 'FeatureCollection', features: outlines.toReversed() },
    names: centroids({ type: 'FeatureCollection', features: holders.map(one => ({ ...one })) }),
  }
}

const of = (expression: unknown) => expression as ExpressionSpecification
const late = of(['>', ['coalesce', ['get', 'overdue'], 0], 0])

/** Lamps: the fuller an area's class, the brighter it glows. */
const glow = () =>
  of([
    'match',
    ['get', 'class'],
    ...Array.from({ length: CLASSES }, (_, at) => [at, token(`--night-load-${at}` as '--night-load-0')]).flat(),
    token('--night-load-5'),
  ])

const wide = (near: number, far: number) => ['case', ['get', 'here'], far, ['>', ['get', 'rank'], 0], far, near]
const WRITTEN = {
  'text-field': of(['get', 'label']),
  'text-max-width': 12,
  'text-line-height': 1.15,
  'text-padding': 3,
  'text-variable-anchor': ['center', 'top', 'bottom'],
  'text-radial-offset': 0.5,
}
const write = () => ({
  'text-color': token('--night-ink'),
  'text-halo-color': token('--night-ground'),
  'text-halo-width': 1.8,
})

function circle(id: string, source: string, filter?: ExpressionSpecification): LayerSpecification[] {
  const count = ['coalesce', ['get', 'point_count'], ['get', 'count']]
  return [
    {
      id,
      type: 'circle',
      source,
      ...(filter ? { filter } : {}),
      paint: {
        'circle-radius': of(['interpolate', ['linear'], ['sqrt', count], 1, 11, 10, 19, 40, 30]),
        'circle-color': token('--night-ground'),
        'circle-opacity': 0.7,
        'circle-stroke-width': 2,
        'circle-stroke-color': of(['case', late, token('--night-late'), token('--night-link')]),
      },
    },
    {
      id: `${id}-count`,
      type: 'symbol',
      source,
      ...(filter ? { filter } : {}),
      layout: {
        'text-field': of(['to-string', count]),
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': token('--night-ink') },
    },
  ] as LayerSpecification[]
}

export function commandLayers(): LayerSpecification[] {
  return [
    { id: 'night', type: 'background', paint: { 'background-color': token('--night-ground') } },
    { id: 'land', type: 'fill', source: BORDERS, paint: { 'fill-color': token('--night-land') } },
    { id: 'load', type: 'fill', source: OUTLINES, paint: { 'fill-color': glow(), 'fill-opacity': 1 } },
    {
      id: 'load-edge',
      type: 'line',
      source: OUTLINES,
      paint: {
        'line-color': token('--night-line-strong'),
        'line-width': of(['interpolate', ['linear'], ['zoom'], 8, 0.3, 11, 0.6, 14, 1.4]),
        'line-opacity': 0.85,
      },
    },
    {
      id: 'border',
      type: 'line',
      source: BORDERS,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': of(['case', ['get', 'here'], token('--night-link'), token('--night-soft')]),
        'line-width': of(['interpolate', ['linear'], ['zoom'], 8, wide(0.7, 1.4), 12, wide(1.4, 2.4)]),
        'line-opacity': of(['case', ['get', 'here'], 1, 0.65]),
      },
    },
    {
      id: 'load-late',
      type: 'line',
      source: OUTLINES,
      filter: late,
      paint: { 'line-color': token('--night-late'), 'line-width': 1, 'line-opacity': 0.55 },
    },
    {
      id: 'load-hover',
      type: 'line',
      source: OUTLINES,
      filter: of(['==', ['get', 'code'], '']),
      paint: { 'line-color': token('--night-ink'), 'line-width': 2.5 },
    },
    {
      id: 'load-name',
      type: 'symbol',
      source: NAMES,
      layout: {
        ...WRITTEN,
        'text-size': of(['interpolate', ['linear'], ['zoom'], 8, 11, 12, 13, 15, 16]),
      },
      paint: write(),
    },
    {
      id: 'border-name',
      type: 'symbol',
      source: BORDER_NAMES,
      layout: { ...WRITTEN, 'text-size': of(['interpolate', ['linear'], ['zoom'], 8, 11, 12, 15]) },
      paint: write(),
    },
    ...circle('clusters', DOTS, of(['has', 'point_count'])),
    ...circle('server-clusters', CLUSTERS),
    {
      id: 'dot',
      type: 'circle',
      source: DOTS,
      filter: of(['!', ['has', 'point_count']]),
      paint: {
        'circle-radius': of(['interpolate', ['linear'], ['zoom'], 9, 4, 15, 8]),
        'circle-color': of(['case', late, token('--night-late'), token('--night-lamp')]),
        'circle-stroke-width': 1.5,
        'circle-stroke-color': token('--night-ground'),
      },
    },
  ] as LayerSpecification[]
}

/** Areas are named from a zoom on; until then what holds them is. */
export function nameFrom(map: MapLibre, zoom: number): void {
  map.setLayerZoomRange('load-name', zoom, ZOOM_MAX)
  map.setLayoutProperty('border-name', 'visibility', zoom > 0 ? 'visible' : 'none')
  map.setLayerZoomRange('border-name', 0, zoom || ZOOM_MAX)
}

export function dotsOf(points: Points): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: points.dots.map((dot, at) => ({
      type: 'Feature',
      properties: { at, overdue: dot.overdue ? 1 : 0 },
      geometry: { type: 'Point', coordinates: [dot.lon ?? 0, dot.lat ?? 0] },
    })),
  }
}

export function clustersOf(points: Points): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: points.clusters.map(cluster => ({
      type: 'Feature',
      properties: { count: cluster.count, overdue: cluster.overdue },
      geometry: { type: 'Point', coordinates: [cluster.lon, cluster.lat] },
    })),
  }
}
