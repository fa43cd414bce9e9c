import type { RouteRecordRaw } from 'vue-router'
import { ID } from '@/base'

export { admissionWays } from './ways'
export { admissionWords } from './words'

const read = (title: string) => ({ right: 'admission:read', title })

export const deskAdmissionRoutes: RouteRecordRaw[] = [
  {
    path: '/admission',
    name: 'admission',
    component: () => import('./desk/ItemsPage.vue'),
    meta: read('admission.list.title'),
  },
  {
    path: '/admission/requests',
    name: 'admission-requests',
    component: () => import('./desk/RequestsPage.vue'),
    meta: read('admission.request.title'),
  },
  {
    path: `/admission/requests/${ID}`,
    name: 'admission-request',
    component: () => import('./desk/RequestPage.vue'),
    meta: read('admission.request.one'),
  },
  {
    path: '/admission/tasks',
    name: 'admission-tasks',
    component: () => import('./desk/TasksPage.vue'),
    meta: read('admission.task.title'),
  },
  {
    path: `/admission/tasks/${ID}`,
    name: 'admission-task',
    component: () => import('./desk/TaskPage.vue'),
    meta: read('admission.task.one'),
  },
  {
    path: '/admission/burden',
    name: 'admission-burden',
    component: () => import('./desk/BurdenPage.vue'),
    meta: read('admission.burden.title'),
  },
]

export const workerAdmissionRoutes: RouteRecordRaw[] = [
  {
    path: '/chore',
    name: 'chore',
    component: () => import('./grid/ChorePage.vue'),
    meta: { title: 'admission.chore.title' },
  },
]
