import type { RouteRecordRaw } from 'vue-router'

export { insightWords } from './words'

export const commandRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'command', component: () => import('./CommandPage.vue'), meta: { right: 'insight:read' } },
]
