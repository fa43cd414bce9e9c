import type { RouteRecordRaw } from 'vue-router'

export { exchangeWords } from './words'

export const deskExchangeRoutes: RouteRecordRaw[] = [
  {
    path: '/exchange',
    name: 'exchange',
    component: () => import('./desk/ExchangePage.vue'),
    meta: { right: 'exchange:manage', title: 'exchange.title' },
  },
  {
    path: '/exchange/subscriptions/:id',
    name: 'deliveries',
    component: () => import('./desk/DeliveriesPage.vue'),
    meta: { right: 'exchange:manage', title: 'exchange.deliveries.title' },
  },
]
