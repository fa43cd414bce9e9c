import { Marker, type Map as MapLibre } from 'maplibre-gl'
import type { FeatureCollection } from 'geojson'
import { middleOfArea } from './geometry'

/** Something that can be touched on a map: at a point, or in the middle of an area. */
export interface MapMark {
  key: string
  /** For those who hear the map, and for those who point at it. */
  title: string
  /** What is written on it; a mark without is a dot. */
  label?: string
  tone: 'vermilion' | 'lamp' | 'dai' | 'celadon'
  point?: [number, number]
  areaCode?: string
}

function button(mark: MapMark, touched: (key: string) => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = `map-mark ${mark.tone}${mark.label ? '' : ' dot'}`
  element.textContent = mark.label ?? ''
  element.title = mark.title
  element.setAttribute('aria-label', mark.title)
  element.addEventListener('click', event => {
    event.stopPropagation()
    touched(mark.key)
  })
  return element
}

/** Puts marks on a map; one whose place is not known is left out. */
export function placeMarks(
  map: MapLibre,
  areas: FeatureCollection,
  marks: MapMark[],
  touched: (key: string) => void,
): Marker[] {
  return marks.flatMap(mark => {
    const at = mark.point ?? (mark.areaCode ? middleOfArea(areas, mark.areaCode) : undefined)
    return at ? [new Marker({ element: button(mark, touched) }).setLngLat(at).addTo(map)] : []
  })
}
