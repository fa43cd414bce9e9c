import { insightApi, type Points } from './api'

const EVERYWHERE = '-180,-90,180,90'
/** At this zoom more than the server gives as dots come as one cluster: only their number is wanted. */
const FAR = 0

/**
 * The points of an area. All of them are read once for each state of things; only where they are more than the server
 * gives as dots is it asked for those of the box in view.
 */
export function pointsOf(ask: typeof insightApi.points = insightApi.points) {
  let known: { of: string; all: Promise<Points> } | undefined

  function allOf(area: string, stamp: number): Promise<Points> {
    const of = `${area} ${stamp}`
    if (known?.of === of) return known.all
    const all = ask(area, EVERYWHERE, FAR)
    known = { of, all }
    all.catch(() => known?.all === all && (known = undefined))
    return all
  }

  return {
    all: allOf,
    async within(area: string, stamp: number, box: string, zoom: number): Promise<Points> {
      const all = await allOf(area, stamp)
      return all.total > all.dotsMax ? ask(area, box, zoom) : all
    },
  }
}

export type PointSource = ReturnType<typeof pointsOf>
