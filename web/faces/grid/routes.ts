import { createRouter, createWebHistory } from 'vue-router'
import { useSession, workerAccessRoutes } from '@/access'
import { workerAdmissionRoutes } from '@/admission'
import { backAt, onSignedOut } from '@/base'
import { workerGridRoutes } from '@/grid'
import { workerNoticeRoutes } from '@/notice'
import { workerTicketRoutes } from '@/ticket'

const RIGHT = 'grid:work'

export function createGridRouter() {
  const router = createRouter({
    history: createWebHistory('/grid/'),
    routes: [
      ...workerTicketRoutes,
      ...workerGridRoutes,
      ...workerAdmissionRoutes,
      ...workerNoticeRoutes,
      ...workerAccessRoutes,
      { path: '/no-right', name: 'no-right', component: () => import('./NoRightPage.vue') },
      { path: '/:rest(.*)*', component: () => import('../NotFoundPage.vue'), meta: { open: true } },
    ],
    scrollBehavior: (_to, _from, saved) => backAt(saved),
  })

  router.beforeEach(async to => {
    const session = useSession()
    // Out of reach of the server whoever worked here goes on working: what is done waits to be sent.
    await session.known().catch(() => undefined)
    if (to.meta.open || !session.view) return true
    if (!session.staff) return { name: 'sign-in', query: to.path === '/' ? {} : { next: to.fullPath } }
    if (session.mustChangePassword) {
      location.assign('/desk/password')
      return false
    }
    return session.has(RIGHT) || to.name === 'no-right' ? true : { name: 'no-right' }
  })

  onSignedOut(() => {
    useSession().forget()
    const here = router.currentRoute.value
    if (here.name !== 'sign-in') void router.push({ name: 'sign-in', query: { next: here.fullPath, expired: '1' } })
  })
  return router
}
