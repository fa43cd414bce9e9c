import { myTaskApi, type TaskResult } from './api'

/** How a result that waits in the outbox is sent. */
export const gridWays = {
  task: (key: string, body: Record<string, unknown>, photoIds: string[]) => {
    const { id, words, version } = body as { id: string } & TaskResult
    return myTaskApi.finish(key, id, { words, version, photoIds })
  },
}
