import type { RouteRecordRaw } from 'vue-router'

export { noticeWords } from './words'
export { inboxTitle, useInbox, useLiveInbox } from './inbox'
export { default as InboxBell } from './desk/InboxBell.vue'

export const deskNoticeRoutes: RouteRecordRaw[] = [
  { path: '/inbox', name: 'inbox', component: () => import('./desk/InboxPage.vue'), meta: { title: 'notice.inbox' } },
  {
    path: '/messages',
    name: 'messages',
    component: () => import('./desk/MessagesPage.vue'),
    meta: { right: 'account:manage', title: 'notice.log.title' },
  },
]

export const workerNoticeRoutes: RouteRecordRaw[] = [
  {
    path: '/inbox',
    name: 'inbox',
    component: () => import('./resident/NoticesPage.vue'),
    props: { worker: true },
    meta: { title: 'notice.inbox' },
  },
]

export const residentNoticeRoutes: RouteRecordRaw[] = [
  {
    path: '/notices',
    name: 'notices',
    component: () => import('./resident/NoticesPage.vue'),
    meta: { title: 'notice.mine.title' },
  },
]
