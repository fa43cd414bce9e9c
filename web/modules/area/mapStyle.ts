import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** A schematic without tiles, glyph files or sprites: nothing is fetched from anywhere. */
export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eef2ef' } }],
  }
}

mapStyle.layers = [
  {
    id: 'fill',
    type: 'fill',
    source: 'outlines',
    paint: {
      'fill-color': ['match', ['get', 'tint'], 0, '#dfeaea', 1, '#f6ecd6', 2, '#e3ecdf', 3, '#ece4da', '#e2e8ee'],
    },
  },
  {
    id: 'edge',
    type: 'line',
    source: 'outlines',
    paint: { 'line-color': '#1f5161', 'line-width': 1.5, 'line-opacity': 0.7 },
  },
  {
    id: 'name',
    type: 'symbol',
    source: 'names',
    layout: { 'text-field': ['get', 'name'], 'text-size': 13, 'text-max-width': 8 },
    paint: { 'text-color': '#163c49', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  },
] satisfies LayerSpecification[] as LayerSpecification[]
