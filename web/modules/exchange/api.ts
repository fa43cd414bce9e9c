import { answered, api, type Answer, type Input } from '@/base'

export type ExchangeView = Answer<'/api/exchange', 'get'>
export type ApiKeyRow = Answer<'/api/exchange/keys', 'get'>['items'][number]
export type NewApiKey = Input<'/api/exchange/keys', 'post'>
export type SubscriptionRow = Answer<'/api/exchange/subscriptions', 'get'>['items'][number]
export type NewSubscription = Input<'/api/exchange/subscriptions', 'post'>
export type DeliveryRow = Answer<'/api/exchange/subscriptions/{id}/deliveries', 'get'>['items'][number]

const once = (key: string) => ({ header: { 'Idempotency-Key': key } })
const of = (key: string, id: string) => ({ params: { path: { id }, ...once(key) } })

export const exchangeApi = {
  overview: () => answered(api.GET('/api/exchange')),
  keys: (cursor: string | undefined) => answered(api.GET('/api/exchange/keys', { params: { query: { cursor } } })),
  createKey: (key: string, body: NewApiKey) => answered(api.POST('/api/exchange/keys', { params: once(key), body })),
  revokeKey: (key: string, id: string) => answered(api.POST('/api/exchange/keys/{id}/revocations', of(key, id))),
  eventTypes: () => answered(api.GET('/api/exchange/event-types')),
  subscriptions: (cursor: string | undefined) =>
    answered(api.GET('/api/exchange/subscriptions', { params: { query: { cursor } } })),
  subscribe: (key: string, body: NewSubscription) =>
    answered(api.POST('/api/exchange/subscriptions', { params: once(key), body })),
  endSubscription: (key: string, id: string) =>
    answered(api.POST('/api/exchange/subscriptions/{id}/revocations', of(key, id))),
  deliveries: (id: string, cursor: string | undefined) =>
    answered(api.GET('/api/exchange/subscriptions/{id}/deliveries', { params: { path: { id }, query: { cursor } } })),
  redeliver: (key: string, id: string) => answered(api.POST('/api/exchange/deliveries/{id}/redeliveries', of(key, id))),
}
