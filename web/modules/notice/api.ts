import { answered, api, type Answer, type Query } from '@/base'

export type InboxState = Answer<'/api/inbox/count', 'get'>
export type InboxRow = Answer<'/api/inbox', 'get'>['items'][number]
export type InboxKind = InboxRow['kind']
export type Preference = Answer<'/api/message-preference', 'get'>
export type Delivery = Answer<'/api/deliveries', 'get'>['items'][number]
export type DeliveryState = Delivery['state']
export type InboxFilter = Pick<Query<'/api/inbox'>, 'unread' | 'kind'>

const PAGE = 30

export const inboxApi = {
  list: (filter: InboxFilter, cursor: string | undefined) =>
    answered(api.GET('/api/inbox', { params: { query: { ...filter, cursor, limit: PAGE } } })),
  mine: (cursor: string | undefined) =>
    answered(api.GET('/api/my/notices', { params: { query: { cursor, limit: PAGE } } })),
  count: () => answered(api.GET('/api/inbox/count')),
  read: (ids: string[]) => answered(api.POST('/api/inbox/readings', { body: { ids, before: null } })),
  readAll: (before: string) => answered(api.POST('/api/inbox/readings', { body: { ids: null, before } })),
}

export const preferenceApi = {
  open: () => answered(api.GET('/api/message-preference')),
  change: (byPhone: boolean, phone: string | null) =>
    answered(api.POST('/api/message-preference', { body: { byPhone, phone } })),
}

/** The log of messages to phones. */
export const deliveryApi = {
  list: (state: DeliveryState | undefined, cursor: string | undefined) =>
    answered(api.GET('/api/deliveries', { params: { query: { state, cursor, limit: PAGE } } })),
  counts: () => answered(api.GET('/api/deliveries/counts')),
  retry: (key: string) =>
    answered(api.POST('/api/deliveries/retries', { params: { header: { 'Idempotency-Key': key } } })),
}
