import { createRouter, createWebHistory } from 'vue-router'
import { deskAccessRoutes, useSession } from '@/access'
import { deskAdmissionRoutes } from '@/admission'
import { backAt, onSignedOut } from '@/base'
import { deskGridRoutes } from '@/grid'
import { deskInsightRoutes } from '@/insight'
import { deskNoticeRoutes } from '@/notice'
import { deskExchangeRoutes } from '@/exchange'
import { deskPolicyRoutes } from '@/policy'
import { deskTicketRoutes } from '@/ticket'
import { deskTriageRoutes } from '@/triage'

/** Where a post works first: the first page of this order that it has the right to. */
const DOORS: [right: string, path: string][] = [
  ['ticket:intake', '/intake'],
  ['ticket:handle', '/queue'],
  ['triage:manage', '/models'],
  ['account:manage', '/accounts'],
  ['policy:publish', '/policy'],
  ['ticket:read', '/queue'],
  ['ticket:triage', '/triage'],
  ['ticket:import', '/imports'],
  ['exchange:manage', '/exchange'],
]

export function createDeskRouter() {
  const router = createRouter({
    history: createWebHistory('/desk/'),
    routes: [
      { path: '/', name: 'door', component: () => import('./NoRightPage.vue') },
      { path: '/no-right', name: 'no-right', component: () => import('./NoRightPage.vue') },
      ...deskTicketRoutes,
      ...deskTriageRoutes,
      ...deskGridRoutes,
      ...deskInsightRoutes,
      ...deskAdmissionRoutes,
      ...deskNoticeRoutes,
      ...deskAccessRoutes,
      ...deskExchangeRoutes,
      ...deskPolicyRoutes,
      { path: '/:rest(.*)*', component: () => import('../NotFoundPage.vue') },
    ],
    scrollBehavior: (_to, _from, saved) => backAt(saved),
  })

  router.beforeEach(async to => {
    const session = useSession()
    await session.known().catch(() => undefined)
    if (to.meta.open) return true
    if (!session.staff) return { name: 'sign-in', query: to.path === '/' ? {} : { next: to.fullPath } }
    if (session.mustChangePassword && to.name !== 'password') return { name: 'password' }
    if (to.name === 'door' && session.has('insight:read')) {
      // leaders begin at the command screen, which is a page of its own
      location.assign('/command/')
      return false
    }
    if (to.name === 'door') return DOORS.find(([right]) => session.has(right))?.[1] ?? true
    // of several rights any one opens the page
    const rights = [to.meta.right ?? []].flat() as string[]
    return !rights.length || rights.some(session.has) ? true : { name: 'no-right' }
  })

  onSignedOut(() => {
    useSession().forget()
    const here = router.currentRoute.value
    if (here.name !== 'sign-in') void router.push({ name: 'sign-in', query: { next: here.fullPath, expired: '1' } })
  })
  return router
}
