import { shallowRef } from 'vue'
import { areaApi } from '@/area'

const WAIT_ms = 8_000
const FRESH_ms = 60_000
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

export interface Spot {
  lon: number
  lat: number
  /** Names from the city down; empty while nobody could say. */
  path: string[]
  /** Codes from the city down, as the names. */
  codes: string[]
}

/** Whether the spot is known to lie elsewhere; what nobody could place is left to the server. */
export const isOutside = (spot: Pick<Spot, 'codes'> | null, areaCode: string | null | undefined): boolean =>
  Boolean(spot?.codes.length && areaCode && !spot.codes.includes(areaCode))

/** Where the device is, asked once; without permission or without a signal there is simply none. */
export function usePosition() {
  const spot = shallowRef<Spot | null>(null)

  async function put(lon: number, lat: number): Promise<void> {
    spot.value = { lon, lat, path: [], codes: [] }
    const at = await areaApi.at(lon, lat).catch(() => null)
    if (at && spot.value)
      spot.value = { lon, lat, path: at.path.map(area => area.name), codes: at.path.map(area => area.code) }
  }

  function locate(): void {
    if (!('geolocation' in navigator)) return
    navigator.geolocation.getCurrentPosition(
      position => void put(round(position.coords.longitude), round(position.coords.latitude)),
      () => undefined,
      { enableHighAccuracy: true, timeout: WAIT_ms, maximumAge: FRESH_ms },
    )
  }

  return { spot, put, locate, forget: () => (spot.value = null) }
}
