import { computed, ref, watch, type Ref } from 'vue'
import type { MapMark } from '@/area'
import type { Neighbourhood, NearbyMatter, NearbyTicket, OpenStage } from './api'

const TONES: Record<OpenStage, MapMark['tone']> = {
  RECEIVED: 'lamp',
  IN_HAND: 'dai',
  ANSWERED: 'celadon',
  DECLINED: 'dai',
}

/** Where a matter stands to the reader: the own community first, then its neighbours, then the rest of the street. */
const nearness = (around: Neighbourhood, areaCode: string) =>
  areaCode === around.areaCode ? 0 : areaCode === around.streetCode ? 2 : 1

/** The nearest first; among those equally near the server's order stays. */
export const byNearness = (around: Neighbourhood, matters: NearbyMatter[]): NearbyMatter[] =>
  matters.toSorted((a, b) => nearness(around, a.areaCode) - nearness(around, b.areaCode))

export const ticketsNear = (around: Neighbourhood, answered: boolean): NearbyTicket[] =>
  around.tickets
    .filter(one => (one.ticket.stage === 'ANSWERED') === answered)
    .toSorted((a, b) => nearness(around, a.areaCode ?? '') - nearness(around, b.areaCode ?? ''))

/** A circle for each community with matters that many report, a dot for each public appeal whose point is known. */
export function marksOf(
  around: Neighbourhood,
  words: { bubble: (areaCode: string, n: number) => string; dot: (matter: string, stage: OpenStage) => string },
): MapMark[] {
  const counts = new Map<string, number>()
  for (const { areaCode } of around.open)
    if (areaCode !== around.streetCode) counts.set(areaCode, (counts.get(areaCode) ?? 0) + 1)
  const bubbles = [...counts].map(([areaCode, n]): MapMark => ({
    key: `area:${areaCode}`,
    title: words.bubble(areaCode, n),
    label: String(n),
    tone: 'vermilion',
    areaCode,
  }))
  const dots = around.tickets.flatMap(({ ticket, point }): MapMark[] =>
    point
      ? [
          {
            key: `ticket:${ticket.number}`,
            title: words.dot(ticket.matterName, ticket.stage),
            tone: TONES[ticket.stage],
            point: [point.lon, point.lat],
          },
        ]
      : [],
  )
  return [...dots, ...bubbles]
}

/** A screenful at a time. */
export const SHOWN_AT_FIRST = 8

/** A list of which a few are shown, and as many more at each wish; another list begins anew. */
export function useShown<T>(all: Ref<T[]>) {
  const count = ref(SHOWN_AT_FIRST)
  watch(all, () => (count.value = SHOWN_AT_FIRST), { flush: 'sync' })
  return {
    items: computed(() => all.value.slice(0, count.value)),
    left: computed(() => Math.max(0, all.value.length - count.value)),
    more: () => void (count.value += SHOWN_AT_FIRST),
  }
}
