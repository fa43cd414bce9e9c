import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainly } from './plain'

const texts = readFileSync(resolve(import.meta.dirname, '../../../src/main/resources/texts.csv'), 'utf8')
/** How the server says an amount of two. */
const amount = (unit: string) =>
  new RegExp(`^amount\\.${unit},([^,]*)`, 'm').exec(texts)?.[1]?.replace('{0}', '2') ?? ''

describe('what residents read of limits', () => {
  it('says hours as people do', () => {
    expect(plainly('清单规定时限 2 个紧急工作时')).toBe('清单规定时限 2 小时（不分昼夜）')
    expect(plainly('按 8 个工作时')).toBe('按 8 小时（只算工作时间）')
  })

  it('knows the terms that the server uses', () => {
    expect(plainly(amount('h'))).toBe('2 小时（不分昼夜）')
    expect(plainly(amount('wh'))).toBe('2 小时（只算工作时间）')
  })

  it('leaves days, other words and other languages alone', () => {
    for (const text of ['3 个工作日', '7 个自然日', '2 个工作时间段', '2 hours around the clock'])
      expect(plainly(text)).toBe(text)
  })
})
