import { describe, expect, it } from 'vitest'
import { sift } from './choosing'

const file = (name: string, start: number[], size = 100) => {
  const bytes = new Uint8Array(size)
  bytes.set(start)
  return new File([bytes], name)
}
const jpeg = (name: string, size?: number) => file(name, [0xff, 0xd8, 0xff, 0xe0], size)
const png = (name: string) => file(name, [0x89, 0x50, 0x4e, 0x47])

describe('choosing photos', () => {
  it('takes photos and names every file that is none, whatever its name says', async () => {
    const { taken, refused } = await sift(
      [jpeg('灯.jpg'), file('合同.jpg', [0x25, 0x50, 0x44, 0x46]), png('井.png')],
      6,
    )
    expect(taken.map(one => one.name)).toEqual(['灯.jpg', '井.png'])
    expect(refused).toEqual([{ code: 'type', name: '合同.jpg' }])
  })

  it('names a photo that is too big, and how big it is', async () => {
    const { taken, refused } = await sift(
      [jpeg('大.jpg', 10 * 1024 * 1024 + 60_000), jpeg('边.jpg', 10 * 1024 * 1024)],
      6,
    )
    expect(taken.map(one => one.name)).toEqual(['边.jpg'])
    expect(refused).toEqual([{ code: 'size', name: '大.jpg', size_MB: '10.1' }])
  })

  it('fills the room that is left and names what is beyond', async () => {
    const { taken, refused } = await sift([jpeg('1.jpg'), jpeg('2.jpg'), jpeg('3.jpg')], 1)
    expect(taken.map(one => one.name)).toEqual(['1.jpg'])
    expect(refused).toEqual([{ code: 'count', names: ['2.jpg', '3.jpg'] }])
  })
})
