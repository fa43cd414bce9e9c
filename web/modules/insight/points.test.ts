import { describe, expect, it, vi } from 'vitest'
import type { Points } from './api'
import { pointsOf } from './points'

const answer = (total: number): Points => ({ total, dotsMax: 2000, dots: [], clusters: [] })
const BOX = '114,27,115,28'

describe('points of an area', () => {
  it('reads few of them once, however the map is moved', async () => {
    const ask = vi.fn(async () => answer(15))
    const points = pointsOf(ask)
    await points.within('a', 1, BOX, 10)
    await points.within('a', 1, BOX, 12)
    expect(await points.all('a', 1)).toEqual(answer(15))
    expect(ask).toHaveBeenCalledTimes(1)
    await points.within('a', 2, BOX, 12)
    await points.within('b', 2, BOX, 12)
    expect(ask).toHaveBeenCalledTimes(3)
  })

  it('asks for the box in view where they are many', async () => {
    const ask = vi.fn(async (_area: string | undefined, box: string) => answer(box === BOX ? 300 : 5000))
    const points = pointsOf(ask)
    expect((await points.within('a', 1, BOX, 14)).total).toBe(300)
    expect((await points.all('a', 1)).total).toBe(5000)
    expect(ask).toHaveBeenLastCalledWith('a', BOX, 14)
  })

  it('asks again after a failure', async () => {
    const ask = vi.fn(async () => answer(1)).mockRejectedValueOnce(new Error('offline'))
    const points = pointsOf(ask)
    await expect(points.all('a', 1)).rejects.toThrow('offline')
    expect((await points.all('a', 1)).total).toBe(1)
  })
})
