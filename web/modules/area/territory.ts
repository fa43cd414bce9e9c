import type { AreaView, PlaceView } from './api'

/** The levels that a choice of a community needs; grids are read when one is named. */
export interface Territory {
  counties: AreaView[]
  streets: AreaView[]
  communities: AreaView[]
}

/** What the list of a search offers: a street to look into, a community, or a compound within one. */
export interface Choice {
  kind: 'street' | 'community' | 'place'
  /** Of the area: a street, a community, or the area that holds the compound. */
  code: string
  name: string
  /** What tells it from another of the same name: county and street, or the community of a compound. */
  where: string
  /** How many communities a street has. */
  holds?: number
}

/** More than this nobody reads; the rest is a matter of typing one more word. */
export const CHOICES_MAX = 40
const JOIN = ' · '

export interface Directory {
  find: (words: string, recent?: string[]) => { choices: Choice[]; left: number }
  within: (street: string) => { choices: Choice[]; left: number }
  community: (code: string) => Choice | undefined
  ofPlaces: (places: PlaceView[], grids: AreaView[]) => Choice[]
}

/** The communities of a city by name, by street, by county. Names repeat, so each comes with where it is. */
export function directory({ counties, streets, communities }: Territory): Directory {
  const countyOf = new Map(counties.map(one => [one.code, one]))
  const streetOf = new Map(streets.map(one => [one.code, one]))
  // A city of one county need not say so each time.
  const county = (street: AreaView | undefined) =>
    counties.length > 1 ? (countyOf.get(street?.parentCode ?? '')?.name ?? '') : ''
  const joined = (...names: string[]) => names.filter(Boolean).join(JOIN)

  const all = communities.map((one): Choice => {
    const street = streetOf.get(one.parentCode ?? '')
    return { kind: 'community', code: one.code, name: one.name, where: joined(county(street), street?.name ?? '') }
  })
  const byCode = new Map(all.map(one => [one.code, one]))
  const inside = (street: string) => communities.filter(one => one.parentCode === street)
  const streetChoices = streets
    .map((one): Choice => {
      return { kind: 'street', code: one.code, name: one.name, where: county(one), holds: inside(one.code).length }
    })
    .filter(one => one.holds)

  const bounded = (choices: Choice[]) => ({
    choices: choices.slice(0, CHOICES_MAX),
    left: Math.max(0, choices.length - CHOICES_MAX),
  })

  return {
    /** Without words: what was chosen lately, then the streets. */
    find(words, recent = []) {
      const parts = words.split(/[\s·（）()，,]+/).filter(Boolean)
      if (!parts.length) {
        const lately = recent.flatMap(code => byCode.get(code) ?? [])
        return { choices: [...lately, ...streetChoices].slice(0, CHOICES_MAX + lately.length), left: 0 }
      }
      return bounded(
        [...streetChoices, ...all]
          .map(one => ({ one, rank: rankOf(one, parts) }))
          .filter(found => found.rank < UNFOUND)
          .sort((a, b) => a.rank - b.rank)
          .map(found => found.one),
      )
    },
    within: street => bounded(inside(street).flatMap(one => byCode.get(one.code) ?? [])),
    community: code => byCode.get(code),
    /** Places whose community is known; a compound of a grid belongs to the grid's community. */
    ofPlaces(places, grids) {
      const parentOf = new Map(grids.map(one => [one.code, one.parentCode ?? '']))
      return places.flatMap((place): Choice[] => {
        const holder = byCode.get(place.areaCode) ?? byCode.get(parentOf.get(place.areaCode) ?? '')
        if (!holder) return []
        return [{ kind: 'place', code: place.areaCode, name: place.name, where: joined(holder.where, holder.name) }]
      })
    },
  }
}

const UNFOUND = 9

/** Every word has to be in the name or in where it is; who begins with the word comes before who holds it. */
function rankOf(choice: Choice, parts: string[]): number {
  const whole = `${choice.name} ${choice.where}`.toLowerCase()
  if (!parts.every(part => whole.includes(part.toLowerCase()))) return UNFOUND
  const first = parts[0] ?? ''
  if (choice.name === first) return 0
  if (choice.name.startsWith(first)) return 1
  if (parts.some(part => choice.name.includes(part))) return 2
  return 3
}
