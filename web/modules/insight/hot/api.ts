import { answered, api, type Answer } from '@/base'

export type HotList = Answer<'/api/insight/hot', 'get'>
export type HotIssue = HotList['issues'][number]

/** What many people say at once. */
export const hotApi = {
  list: (area: string | undefined, from: string, to: string) =>
    answered(api.GET('/api/insight/hot', { params: { query: { area, from, to } } })),
}
