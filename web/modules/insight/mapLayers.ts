import type { FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { token } from '@/design'
import type { Points } from './api'
import { CLASSES } from './loads'

export const OUTLINES = 'loads'
export const NAMES = 'load-names'
export const DOTS = 'dots'
export const CLUSTERS = 'server-clusters'
export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

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
        'circle-opacity': 0.82,
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
    { id: 'load', type: 'fill', source: OUTLINES, paint: { 'fill-color': glow(), 'fill-opacity': 0.92 } },
    {
      id: 'load-edge',
      type: 'line',
      source: OUTLINES,
      paint: { 'line-color': token('--night-ground'), 'line-width': 1.2 },
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
        'text-field': of(['get', 'name']),
        'text-size': of(['interpolate', ['linear'], ['zoom'], 8, 11, 12, 13, 15, 16]),
        'text-max-width': 8,
        'text-padding': 4,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.5,
      },
      paint: {
        'text-color': token('--night-ink'),
        'text-halo-color': token('--night-ground'),
        'text-halo-width': 1.6,
      },
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
