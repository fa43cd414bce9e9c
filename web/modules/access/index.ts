import type { RouteRecordRaw } from 'vue-router'

export { default as SignOutDialog } from './SignOutDialog.vue'
export { useSession } from './session'
export { accessWords } from './words'

export const residentAccessRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./resident/SignInPage.vue'),
    meta: { open: true, title: 'access.residentTitle' },
  },
]

export const workerAccessRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./grid/SignInPage.vue'),
    meta: { open: true, bare: true, title: 'access.signIn' },
  },
]

export const deskAccessRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./desk/SignInPage.vue'),
    meta: { open: true, bare: true, title: 'access.signIn' },
  },
  {
    path: '/password',
    name: 'password',
    component: () => import('./desk/PasswordPage.vue'),
    meta: { title: 'access.password.title' },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./desk/AccountsPage.vue'),
    meta: { right: 'account:manage', title: 'access.accounts.title' },
  },
]
