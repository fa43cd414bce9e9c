import { createRouter, createWebHistory } from 'vue-router'
import { residentAccessRoutes, useSession } from '@/access'
import { backAt, onSignedOut } from '@/base'
import { residentNoticeRoutes } from '@/notice'
import { residentTicketRoutes } from '@/ticket'

export function createResidentRouter() {
  const router = createRouter({
    history: createWebHistory('/'),
    routes: [
      ...residentTicketRoutes,
      ...residentNoticeRoutes,
      ...residentAccessRoutes,
      { path: '/:rest(.*)*', component: () => import('../NotFoundPage.vue'), meta: { open: true } },
    ],
    scrollBehavior: (_to, _from, saved) => backAt(saved),
  })

  router.beforeEach(async to => {
    const session = useSession()
    // Without the server the open pages still work: a draft can be written now and sent later.
    await session.known().catch(() => undefined)
    if (to.meta.open || session.resident) return true
    return { name: 'sign-in', query: { next: to.fullPath } }
  })

  onSignedOut(() => {
    useSession().forget()
    const here = router.currentRoute.value
    if (here.name !== 'sign-in') void router.push({ name: 'sign-in', query: { next: here.fullPath, expired: '1' } })
  })
  return router
}
