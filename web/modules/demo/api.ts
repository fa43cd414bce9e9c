import { answered, api, type Answer } from '@/base'

export type DemoSignIn = Answer<'/api/demo/sign-ins', 'get'>[number]
export type DemoMessage = Answer<'/api/demo/messages', 'get'>[number]

export const demoApi = {
  signIns: () => answered(api.GET('/api/demo/sign-ins')),
  messages: (phone: string) => answered(api.GET('/api/demo/messages', { params: { query: { phone } } })),
}
