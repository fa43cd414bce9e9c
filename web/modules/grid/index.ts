import type { RouteRecordRaw } from 'vue-router'
import { ID } from '@/base'

export { dayFromNow, dayText } from './dueDay'
export { gridWays } from './ways'
export { gridWords } from './words'

export const workerGridRoutes: RouteRecordRaw[] = [
  { path: '/tasks', name: 'tasks', component: () => import('./grid/TasksPage.vue'), meta: { title: 'grid.tasks' } },
  {
    path: `/tasks/${ID}`,
    name: 'task',
    component: () => import('./grid/TaskPage.vue'),
    meta: { title: 'grid.task' },
  },
  {
    path: '/outbox',
    name: 'outbox',
    component: () => import('./grid/OutboxPage.vue'),
    meta: { title: 'outbox.title' },
  },
]

export const deskGridRoutes: RouteRecordRaw[] = [
  {
    path: '/grid-tasks',
    name: 'grid-tasks',
    component: () => import('./desk/GridTasksPage.vue'),
    meta: { right: 'grid:assign', title: 'grid.desk.title' },
  },
  {
    path: `/grid-tasks/${ID}`,
    name: 'grid-task',
    component: () => import('./desk/GridTaskPage.vue'),
    meta: { right: 'grid:assign', title: 'grid.task' },
  },
]
