import { describe, expect, it } from 'vitest'
import type { AreaView } from './api'
import { CHOICES_MAX, directory } from './territory'

const area = (code: string, name: string, parentCode: string): AreaView => ({ code, name, parentCode, level: 'x' })
const counties = [area('A', '东湖区', ''), area('B', '西山县', '')]
const streets = [
  area('a1', '柳堤街道', 'A'),
  area('a2', '桥北镇', 'A'),
  area('b1', '竹溪镇', 'B'),
  area('b2', '空镇', 'B'),
]
const communities = [
  area('c1', '刘家村', 'a2'),
  area('c2', '刘家村', 'b1'),
  area('c3', '桥头社区', 'a1'),
  area('c4', '上刘家村', 'b1'),
]
const city = directory({ counties, streets, communities })
const names = (words: string) => city.find(words).choices.map(one => `${one.name}|${one.where}`)

describe('choosing a community', () => {
  it('tells two of the same name apart by county and street', () => {
    expect(names('刘家村')).toEqual(['刘家村|东湖区 · 桥北镇', '刘家村|西山县 · 竹溪镇', '上刘家村|西山县 · 竹溪镇'])
  })

  it('takes several words, of the name and of where it is, in any order', () => {
    expect(names('竹溪 刘家')).toEqual(['刘家村|西山县 · 竹溪镇', '上刘家村|西山县 · 竹溪镇'])
    expect(names('没有的')).toEqual([])
  })

  it('offers streets to look into, those with communities, after what was chosen lately', () => {
    const { choices } = city.find(' ', ['c3', 'gone'])
    expect(choices.map(one => [one.kind, one.name, one.holds])).toEqual([
      ['community', '桥头社区', undefined],
      ['street', '柳堤街道', 1],
      ['street', '桥北镇', 1],
      ['street', '竹溪镇', 2],
    ])
    expect(city.within('b1').choices.map(one => one.code)).toEqual(['c2', 'c4'])
    expect(names('桥')).toEqual(['桥北镇|东湖区', '桥头社区|东湖区 · 柳堤街道', '刘家村|东湖区 · 桥北镇'])
  })

  it('does not name the county of a city that has one', () => {
    const small = directory({ counties: counties.slice(0, 1), streets, communities })
    expect(small.community('c1')?.where).toBe('桥北镇')
  })

  it('finds the community of a compound, also by its grid, and leaves out what is nowhere', () => {
    const place = (name: string, areaCode: string) => ({ name, areaCode, areaName: '', kind: 'compound' })
    const found = city.ofPlaces(
      [place('桂苑', 'g1'), place('澄园', 'c3'), place('荒地', 'a1')],
      [area('g1', '一网格', 'c3')],
    )
    expect(found.map(one => `${one.name}|${one.code}|${one.where}`)).toEqual([
      '桂苑|g1|东湖区 · 柳堤街道 · 桥头社区',
      '澄园|c3|东湖区 · 柳堤街道 · 桥头社区',
    ])
  })

  it('never lists more than can be read, and says how many are left', () => {
    const many = Array.from({ length: CHOICES_MAX + 7 }, (_, n) => area(`m${n}`, `和平${n}村`, 'a1'))
    const found = directory({ counties, streets, communities: many }).find('和平')
    expect([found.choices.length, found.left]).toEqual([CHOICES_MAX, 7])
  })
})
