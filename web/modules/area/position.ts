import { areaApi } from './api'
import { holderOf } from './geometry'

/** The community around a position, found on this device: the position itself is sent nowhere. */
export async function communityAt(lon: number, lat: number): Promise<string | undefined> {
  return holderOf(await areaApi.outlines('community'), lon, lat)
}
