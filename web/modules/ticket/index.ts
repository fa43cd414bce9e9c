import { defineAsyncComponent } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { ID } from '@/base'

export { ticketWords } from './words'
export { appealWords } from './resident/words'
export { openWords } from './open/words'

export const residentTicketRoutes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'submit',
    component: () => import('./resident/SubmitPage.vue'),
    meta: { open: true, title: 'appeal.submit.nav' },
  },
  {
    path: `/receipts/${ID}`,
    name: 'receipt',
    component: () => import('./resident/ReceiptPage.vue'),
    meta: { title: 'appeal.receipt.title' },
  },
  {
    path: '/my',
    name: 'mine',
    component: () => import('./resident/MyAppealsPage.vue'),
    meta: { title: 'appeal.mine.title' },
  },
  {
    path: `/my/${ID}`,
    name: 'appeal',
    component: () => import('./resident/AppealPage.vue'),
    meta: { title: 'ticket.timeline' },
  },
  {
    path: '/query',
    name: 'query',
    component: () => import('./resident/QueryPage.vue'),
    meta: { open: true, title: 'appeal.query.title' },
  },
  {
    path: '/open',
    name: 'open',
    component: () => import('./open/OpenListPage.vue'),
    meta: { open: true, title: 'open.title' },
  },
  {
    path: '/open/:number',
    name: 'open-ticket',
    component: () => import('./open/OpenTicketPage.vue'),
    meta: { open: true, title: 'open.title' },
  },
  {
    path: '/nearby',
    name: 'nearby',
    component: () => import('./open/NearbyPage.vue'),
    meta: { open: true, title: 'nearby.title' },
  },
]

export { workerWords } from './grid/words'
export { ticketWays } from './grid/ways'

export const workerTicketRoutes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'tickets',
    component: () => import('./grid/TicketsPage.vue'),
    meta: { title: 'worker.tickets.title' },
  },
  {
    path: `/tickets/${ID}`,
    name: 'ticket',
    component: () => import('./grid/TicketPage.vue'),
    meta: { title: 'ticket.timeline' },
  },
  {
    path: '/report',
    name: 'report',
    component: () => import('./grid/ReportPage.vue'),
    meta: { title: 'worker.report.title' },
  },
  {
    path: '/settle',
    name: 'settle',
    component: () => import('./grid/SettlePage.vue'),
    meta: { title: 'worker.settle.title' },
  },
]

export { listsApi } from './listsApi'
export { default as StatusBadge } from './StatusBadge.vue'
export { deskWords } from './desk/words'
export { bulkWords } from './desk/bulk/words'
export { mergeWords } from './desk/merge/words'
export const MergeDialog = defineAsyncComponent(() => import('./desk/merge/MergeDialog.vue'))
export { exportWords } from './desk/exports/words'
export { savedWords } from './desk/saved/words'
export { jointWords } from './joint'
export { triageWords } from './desk/triageWords'
export { importWords } from './imports/words'
export { intakeWords } from './intake/words'
export { forgetCalls } from './intake/calls'
export { templateWords } from './templates'
export { clockWords } from './clock'
export { callBackWords } from './callback'
export { exclusionWords } from './exclusion'

export const deskTicketRoutes: RouteRecordRaw[] = [
  {
    path: '/intake',
    name: 'intake',
    component: () => import('./intake/IntakePage.vue'),
    meta: { right: 'ticket:intake', title: 'intake.title' },
  },
  {
    path: '/queue',
    name: 'queue',
    component: () => import('./desk/QueuePage.vue'),
    meta: { right: 'ticket:read', title: 'queue.title' },
  },
  {
    path: `/tickets/${ID}`,
    name: 'ticket',
    component: () => import('./desk/TicketPage.vue'),
    meta: { right: 'ticket:read', title: 'desk_ticket.title' },
  },
  {
    path: `/tickets/${ID}/clock`,
    name: 'clock',
    component: () => import('./clock/ClockSheetPage.vue'),
    meta: { right: 'ticket:read', title: 'clock.sheet' },
  },
  {
    path: '/deferrals',
    name: 'deferrals',
    component: () => import('./clock/DeferralsPage.vue'),
    meta: { right: 'ticket:handle', title: 'clock.list.title' },
  },
  {
    path: '/exclusions',
    name: 'exclusions',
    component: () => import('./exclusion/ExclusionsPage.vue'),
    meta: { right: 'ticket:read', title: 'exclusion.nav' },
  },
  {
    path: '/triage',
    name: 'triage',
    component: () => import('./desk/TriagePage.vue'),
    meta: { right: 'ticket:triage', title: 'triage.title' },
  },
  {
    path: '/whistles/new',
    name: 'blow',
    component: () => import('./joint/BlowPage.vue'),
    meta: { right: 'ticket:convene', title: 'joint.blow' },
  },
  {
    path: '/joint',
    name: 'joint',
    component: () => import('./joint/JointPage.vue'),
    meta: { right: 'ticket:handle', title: 'joint.title' },
  },
  {
    path: '/call-backs',
    name: 'call-backs',
    component: () => import('./callback/CallBacksPage.vue'),
    meta: { right: 'ticket:call-back', title: 'callback.title' },
  },
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./imports/ImportsPage.vue'),
    meta: { right: 'ticket:import', title: 'imports.title' },
  },
  {
    path: `/imports/${ID}`,
    name: 'import',
    component: () => import('./imports/ImportPage.vue'),
    meta: { right: 'ticket:import', title: 'imports.progress' },
  },
]
