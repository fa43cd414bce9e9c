import { answered, api, type Answer, type Input } from '@/base'
import { once } from '../api'

export type Report = Omit<Input<'/api/reports', 'post'>, 'photoIds'>
export type Settlement = Omit<Input<'/api/settlements', 'post'>, 'photoIds'>
export type Filed = Answer<'/api/reports', 'post'>
export type SettlementMatter = Answer<'/api/settlement-matters', 'get'>[number]

/** What a grid worker brings in. */
export const workerApi = {
  report: (key: string, body: Input<'/api/reports', 'post'>) =>
    answered(api.POST('/api/reports', { params: once(key), body })),
  settle: (key: string, body: Input<'/api/settlements', 'post'>) =>
    answered(api.POST('/api/settlements', { params: once(key), body })),
  matters: () => answered(api.GET('/api/settlement-matters')),
  count: () => answered(api.GET('/api/settlement-counts')),
}
