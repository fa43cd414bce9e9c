import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { token } from '@/design'

const ROOT_px = 16

/** A schematic without tiles, glyph files or sprites: nothing is fetched from anywhere. */
export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': token('--ground') } }],
  }
}

/**
 * Areas and their names. A name that does not fit shrinks with the zoom, breaks into two lines and looks for room
 * around its point before it gives way to a neighbour's; the name of the chosen area never does.
 */
export function mapLayers(): LayerSpecification[] {
  // Names grow with the page's text, as in senior mode.
  const scale = Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / ROOT_px)
  const sizes = (...steps: number[]) => [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...steps.map((one, at) => (at % 2 ? one * scale : one)),
  ]
  const chosen = ['boolean', ['get', 'chosen'], false] as unknown as boolean
  const named = ['boolean', ['get', 'named'], false] as unknown as boolean
  const pinned = ['has', 'at']
  const write = { 'text-color': token('--dai-deep'), 'text-halo-color': token('--wall'), 'text-halo-width': 1.8 }
  return [
    {
      id: 'fill',
      type: 'fill',
      source: 'outlines',
      paint: {
        'fill-color': [
          'match',
          ['get', 'tint'],
          0,
          token('--ground-1'),
          1,
          token('--ground-2'),
          2,
          token('--ground-3'),
          3,
          token('--ground-4'),
          token('--ground-5'),
        ],
      },
    },
    {
      id: 'edge',
      type: 'line',
      source: 'outlines',
      paint: { 'line-color': token('--dai'), 'line-width': 1.2, 'line-opacity': 0.6 },
    },
    {
      id: 'chosen-edge',
      type: 'line',
      source: 'outlines',
      filter: chosen as never,
      paint: { 'line-color': token('--dai'), 'line-width': 3 },
    },
    {
      id: 'name',
      type: 'symbol',
      source: 'names',
      filter: ['!', named] as never,
      layout: {
        'text-field': ['get', 'label'],
        'text-size': sizes(12, 10.5, 14, 12.5, 16, 15),
        'text-line-height': 1.15,
        'text-max-width': 12,
        'text-padding': 1,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.4,
      },
      paint: write,
    },
    {
      id: 'chosen-name',
      type: 'symbol',
      source: 'names',
      filter: named as never,
      layout: {
        'text-field': ['get', 'label'],
        'text-size': sizes(12, 12, 14, 14, 16, 17),
        'text-line-height': 1.15,
        'text-anchor': ['case', pinned, 'top', 'center'],
        'text-offset': ['case', pinned, ['literal', [0, 0.5]], ['literal', [0, 0]]],
        'text-allow-overlap': true,
      },
      paint: write,
    },
  ] as LayerSpecification[]
}
