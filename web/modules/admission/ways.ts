import { burdenApi, type NewChore } from './api'

/** How a chore that waits in the outbox is sent. */
export const admissionWays = {
  chore: (key: string, body: Record<string, unknown>) => burdenApi.record(key, body as NewChore),
}
