import { expect, it } from 'vitest'
import { wholePhone } from './reading'

it.each([
  ['129 0000 0001', '12900000001'],
  ['1290000000', ''],
  ['129000000012', ''],
  ['0790-0000100', ''],
  ['0790-6000100', '07906000100'],
  ['6000100', '6000100'],
  ['12345', ''],
  ['', ''],
])('%s is looked up as "%s"', (text, digits) => expect(wholePhone(text)).toBe(digits))
