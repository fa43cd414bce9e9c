import type { RouteRecordRaw } from 'vue-router'

export { ticketWords } from './words'
export { appealWords } from './resident/words'

export const residentTicketRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'submit', component: () => import('./resident/SubmitPage.vue'), meta: { open: true } },
  { path: '/receipts/:id', name: 'receipt', component: () => import('./resident/ReceiptPage.vue') },
  { path: '/my', name: 'mine', component: () => import('./resident/MyAppealsPage.vue') },
  { path: '/my/:id', name: 'appeal', component: () => import('./resident/AppealPage.vue') },
  { path: '/query', name: 'query', component: () => import('./resident/QueryPage.vue'), meta: { open: true } },
]

export { deskWords } from './desk/words'
export { importWords } from './imports/words'

export const deskTicketRoutes: RouteRecordRaw[] = [
  { path: '/queue', name: 'queue', component: () => import('./desk/QueuePage.vue'), meta: { right: 'ticket:read' } },
  {
    path: '/tickets/:id',
    name: 'ticket',
    component: () => import('./desk/TicketPage.vue'),
    meta: { right: 'ticket:read' },
  },
  {
    path: '/triage',
    name: 'triage',
    component: () => import('./desk/TriagePage.vue'),
    meta: { right: 'ticket:triage' },
  },
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./imports/ImportsPage.vue'),
    meta: { right: 'ticket:import' },
  },
  {
    path: '/imports/:id',
    name: 'import',
    component: () => import('./imports/ImportPage.vue'),
    meta: { right: 'ticket:import' },
  },
]
