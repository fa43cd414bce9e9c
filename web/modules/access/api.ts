import { answered, api, type Answer, type Input } from '@/base'

export type SessionView = Answer<'/api/session', 'get'>
export type AccountRow = Answer<'/api/accounts', 'get'>['items'][number]
export type NewAccount = Input<'/api/accounts', 'post'>

const once = (key: string) => ({ header: { 'Idempotency-Key': key } })

export const accessApi = {
  session: () => answered(api.GET('/api/session')),
  requestCode: (phone: string) => answered(api.POST('/api/sign-in-codes', { body: { phone } })),
  signInResident: (phone: string, code: string) =>
    answered(api.POST('/api/sessions/resident', { body: { phone, code } })),
  signInStaff: (username: string, password: string) =>
    answered(api.POST('/api/sessions/staff', { body: { username, password } })),
  signOut: () => answered(api.DELETE('/api/session')),
  changePassword: (current: string, next: string) =>
    answered(api.POST('/api/password-changes', { body: { current, next } })),
  accounts: (q: string | undefined, cursor: string | undefined) =>
    answered(api.GET('/api/accounts', { params: { query: { q, cursor } } })),
  createAccount: (key: string, body: NewAccount) => answered(api.POST('/api/accounts', { params: once(key), body })),
  resetPassword: (key: string, id: string, password: string) =>
    answered(
      api.POST('/api/accounts/{id}/password-resets', { params: { path: { id }, ...once(key) }, body: { password } }),
    ),
  disable: (key: string, id: string) =>
    answered(api.POST('/api/accounts/{id}/disablements', { params: { path: { id }, ...once(key) } })),
  enable: (key: string, id: string) =>
    answered(api.POST('/api/accounts/{id}/enablements', { params: { path: { id }, ...once(key) } })),
}
