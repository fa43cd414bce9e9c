import { workerApi, type Report, type Settlement } from './api'

type Body = Record<string, unknown>

/** How what waits in the outbox is sent. */
export const ticketWays = {
  report: (key: string, body: Body, photoIds: string[]) =>
    workerApi.report(key, { ...(body as unknown as Report), photoIds }),
  settle: (key: string, body: Body, photoIds: string[]) =>
    workerApi.settle(key, { ...(body as unknown as Settlement), photoIds }),
}
