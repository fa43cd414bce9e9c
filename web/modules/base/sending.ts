type Send = (request: Request) => Promise<Response>

/** What sending needs of the browser; tests bring their own. */
export interface Carrier {
  fetch: Send
  /** The token that stands in the cookie now. */
  token: () => string | undefined
  /** Asks the server for a new one. */
  renew: () => Promise<unknown>
}

const HEADER = 'X-XSRF-TOKEN'

/**
 * Sends a request with the page's token. A token that the server no longer takes (cookies were cleared, the page stood
 * open for days) is fetched anew, and the request goes out once more: what was written in the page is not lost.
 */
export function sender({ fetch, token, renew }: Carrier): Send {
  return async request => {
    if (request.method === 'GET') return fetch(request)
    const again = request.clone()
    mark(request, token())
    const answer = await fetch(request)
    if (answer.status !== 403 || (await codeOf(answer.clone())) !== 'csrf') return answer
    // without a new token the first answer stands
    const renewed = await renew().then(
      () => true,
      () => false,
    )
    if (!renewed) return answer
    mark(again, token())
    return fetch(again)
  }
}

function mark(request: Request, token: string | undefined): void {
  if (token) request.headers.set(HEADER, token)
}

const codeOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json().catch(() => null)) as { code?: unknown } | null)?.code
