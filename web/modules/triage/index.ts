import type { RouteRecordRaw } from 'vue-router'

export { triageApi, type MatterView } from './api'
export { default as MatterSelect } from './MatterSelect.vue'
export { modelWords } from './models/words'

export const deskTriageRoutes: RouteRecordRaw[] = [
  {
    path: '/models',
    name: 'models',
    component: () => import('./models/ModelsPage.vue'),
    meta: { right: 'triage:manage', title: 'models.title' },
  },
]
