import createClient, { type Middleware } from 'openapi-fetch'
import { currentLocale } from './locale'
import { learnNow } from './now'
import { Problem } from './problem'
import { sender } from './sending'
import type { paths } from './schema.gen'

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch'
type Content<T> = T extends { content: infer C } ? C[keyof C] : never
type Responses<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: { responses: infer R } }
  ? R
  : never
type Body<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: { requestBody?: infer B } }
  ? B
  : never

/** What a call of the contract answers: Answer<'/api/session', 'get'>. */
export type Answer<P extends keyof paths, M extends Method> = Content<
  Responses<P, M>[keyof Responses<P, M> & (200 | 201 | 202)]
>
/** The parameters of a reading: Query<'/api/tickets'>. */
export type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never
/** What a call of the contract takes as JSON. */
export type Input<P extends keyof paths, M extends Method> = Content<NonNullable<Body<P, M>>>

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find(pair => pair.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

const house: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLocale() === 'zh' ? 'zh-CN' : 'en')
    return request
  },
}

const send = sender({
  fetch: async request => {
    const sentAt = Date.now()
    const answer = await fetch(request)
    learnNow(answer.headers.get('Date'), sentAt)
    return answer
  },
  token: () => cookie('XSRF-TOKEN'),
  // whoever asks who is signed in is given a token
  renew: () => fetch('/api/session', { credentials: 'same-origin' }),
})

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin', fetch: send })
api.use(house)

let whenSignedOut: () => void = () => undefined
/** The face says what happens when the server no longer knows the session. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler
}

/** The data of a call, or a thrown Problem: the only way in which calls fail. */
export async function answered<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result
  try {
    result = await call
  } catch {
    throw Problem.offline()
  }
  if (result.response.ok) return result.data as T
  const problem = Problem.from(result.error, result.response.status)
  if (problem.status === 401 && problem.code !== 'sign-in-failed') whenSignedOut()
  throw problem
}
