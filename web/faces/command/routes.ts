import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from '@/access'
import { onSignedOut } from '@/base'
import { commandRoutes } from '@/insight'

const SIGN_IN = '/desk/sign-in'

/** Staff have one sign-in, at the desk; it leads back here. */
function signIn(path: string, expired = false): void {
  const query = new URLSearchParams({ next: `/command${path}`, ...(expired ? { expired: '1' } : {}) })
  location.assign(`${SIGN_IN}?${query}`)
}

export function createCommandRouter() {
  const router = createRouter({
    history: createWebHistory('/command/'),
    routes: [
      ...commandRoutes,
      { path: '/no-right', name: 'no-right', component: () => import('./NoRightPage.vue') },
      { path: '/:rest(.*)*', component: () => import('../NotFoundPage.vue') },
    ],
  })
  router.beforeEach(async to => {
    const session = useSession()
    await session.known().catch(() => undefined)
    if (!session.staff) {
      signIn(to.fullPath)
      return false
    }
    const right = to.meta.right as string | undefined
    return !right || session.has(right) ? true : { name: 'no-right' }
  })
  onSignedOut(() => signIn(router.currentRoute.value.fullPath, true))
  return router
}
