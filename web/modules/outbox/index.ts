export { outbox, useOutbox, useSending } from './use'
export type { Entry } from './entry'
export type { Outcome } from './outbox'
export { outboxWords } from './words'
