import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLANKS, fill, inserted, openBlanks } from './blanks'

describe('blanks of reply templates', () => {
  it('are those that the server checks packs for', () => {
    const java = readFileSync(
      resolve(import.meta.dirname, '../../../../src/main/java/org/mulin/ticket/internal/Blank.java'),
      'utf8',
    )
    const server = [...java.matchAll(/\("\{(.+?)\}"\)/g)].map(found => found[1])
    expect(['编号', ...server]).toEqual([...BLANKS])
  })

  it('are filled where something is known, and stay to be seen where nothing is', () => {
    const text = '{编号}由{单位}办理，{时限}前答复'
    expect(fill(text, { 单位: '城南街道办事处', 时限: '' })).toBe('{编号}由城南街道办事处办理，{时限}前答复')
    expect(openBlanks(fill(text, { 单位: '城南街道办事处' }))).toEqual(['{编号}', '{时限}'])
    expect(openBlanks(text, ['编号', '时限'])).toEqual(['{单位}'])
    expect(openBlanks('已修好')).toEqual([])
  })

  it('come under what was written before', () => {
    expect(inserted(' ', '您好')).toBe('您好')
    expect(inserted('先写的。\n', '您好')).toBe('先写的。\n您好')
  })
})
