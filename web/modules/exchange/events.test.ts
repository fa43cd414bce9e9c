import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { shortName } from './events'
import { exchangeWords } from './words'

const source = readFileSync(
  resolve(import.meta.dirname, '../../../src/main/java/org/mulin/ticket/TicketEvent.java'),
  'utf8',
)
/** As EventTypes names them. */
const types = [...source.matchAll(/^    record (\w+)\(/gm)].map(
  ([, name = '']) => `org.mulin.ticket.${name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.v1`,
)

it.each(['zh', 'en'] as const)('every event that can be subscribed to has a name, in %s', language => {
  expect(types).toContain('org.mulin.ticket.deadline-near.v1')
  expect(Object.keys(exchangeWords[language].exchange.event).sort()).toEqual(types.map(shortName).sort())
})
