import { expect, it } from 'vitest'
import { nameIn } from './placeName'

it.each([
  ['云栖里小区3栋2单元', '云栖里小区'],
  ['云栖里', '云栖里'],
  [' 竹溪大道 东头', '竹溪大道'],
  ['惠民小区三栋楼下', '惠民小区'],
  ['百花湖社区门口', '百花湖社区'],
  ['3栋', ''],
  ['', ''],
])('%s begins with the name %s', (text, name) => expect(nameIn(text)).toBe(name))
