import type { RouteRecordRaw } from 'vue-router'
import { ID } from '@/base'

export { hotWords } from './hot/words'
export { honestyWords } from './honesty/words'
export { ratesWords } from './rates/words'
export { sourcesWords } from './sources/words'
export { insightWords } from './words'

export const commandRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'command', component: () => import('./CommandPage.vue'), meta: { right: 'insight:read' } },
]

/** As the server asks: to call units together, to decide where tickets belong, or to see the whole. */
const HOT = ['ticket:convene', 'ticket:triage', 'insight:read']

export const deskInsightRoutes: RouteRecordRaw[] = [
  {
    path: '/honesty',
    name: 'honesty',
    component: () => import('./honesty/HonestyPage.vue'),
    meta: { right: 'closure:review', title: 'honesty.nav' },
  },
  {
    path: `/honesty/${ID}`,
    name: 'honesty-case',
    component: () => import('./honesty/HonestyCasePage.vue'),
    meta: { right: 'closure:review', title: 'honesty.nav' },
  },
  {
    path: '/rates',
    name: 'rates',
    component: () => import('./rates/RatesPage.vue'),
    meta: { right: 'insight:read', title: 'rates.title' },
  },
  {
    path: '/hot',
    name: 'hot',
    component: () => import('./hot/HotPage.vue'),
    meta: { right: HOT, title: 'hot.title' },
  },
  {
    path: `/hot/${ID}`,
    name: 'hot-issue',
    component: () => import('./hot/HotPage.vue'),
    meta: { right: HOT, title: 'hot.title' },
  },
  {
    path: '/sources',
    name: 'sources',
    component: () => import('./sources/SourcesPage.vue'),
    meta: { right: 'insight:read', title: 'sources.title' },
  },
  {
    path: '/rates/report',
    name: 'rates-report',
    component: () => import('./rates/ReportPage.vue'),
    meta: { right: 'insight:read', title: 'rates.report' },
  },
]
