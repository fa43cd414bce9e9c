import type { RouteRecordRaw } from 'vue-router'
import { ID } from '@/base'

export { policyWords } from './words'

export const deskPolicyRoutes: RouteRecordRaw[] = [
  {
    path: '/policy',
    name: 'policy',
    component: () => import('./desk/PolicyPage.vue'),
    meta: { right: 'policy:publish', title: 'policy.title' },
  },
  {
    path: '/policy/tables/:table',
    name: 'policy-table',
    component: () => import('./desk/TablePage.vue'),
    meta: { right: 'policy:publish', title: 'policy.table.title' },
  },
  {
    path: '/policy/tables/:table/versions/:version',
    name: 'policy-version',
    component: () => import('./desk/VersionPage.vue'),
    meta: { right: 'policy:publish', title: 'policy.difference.title' },
  },
  {
    path: `/policy/drafts/${ID}`,
    name: 'policy-draft',
    component: () => import('./desk/DraftPage.vue'),
    meta: { right: 'policy:publish', title: 'policy.draft.title' },
  },
]
