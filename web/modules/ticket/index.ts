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

const read = { right: 'ticket:read' }
export const deskTicketRoutes: RouteRecordRaw[] = [
  { path: '/queue', name: 'queue', component: () => import('./desk/QueuePage.vue'), meta: read },
]
