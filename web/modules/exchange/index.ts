import type { RouteRecordRaw } from 'vue-router'
import { ID } from '@/base'

export { exchangeWords } from './words'

export const deskExchangeRoutes: RouteRecordRaw[] = [
  {
    path: '/exchange',
    name: 'exchange',
    component: () => import('./desk/ExchangePage.vue'),
    meta: { right: 'exchange:manage', title: 'exchange.title' },
  },
  {
    path: `/exchange/subscriptions/${ID}`,
    name: 'deliveries',
    component: () => import('./desk/DeliveriesPage.vue'),
    meta: { right: 'exchange:manage', title: 'exchange.deliveries.title' },
  },
]
