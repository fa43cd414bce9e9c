import { answered, api, type Answer } from '@/base'

export type Rates = Answer<'/api/insight/rates', 'get'>
export type RatesLine = Rates['items'][number]
export type RateView = RatesLine['rates'][number]
export type RatesBy = Rates['by']

/** What is compared: an area and a period, along one dimension. */
export interface RatesWish {
  area?: string
  from: string
  to: string
  by: RatesBy
  kind?: string
  q?: string
}

export const ratesApi = {
  rates: (wish: RatesWish, offset: number, limit: number) =>
    answered(api.GET('/api/insight/rates', { params: { query: { ...wish, offset, limit } } })),
  file: (wish: RatesWish) =>
    `/api/insight/rates/file?${new URLSearchParams(Object.entries(wish).filter((pair): pair is [string, string] => Boolean(pair[1])))}`,
}
