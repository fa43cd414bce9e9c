import { describe, expect, it, vi } from 'vitest'
import { sender } from './sending'

const refused = (code: string, status = 403) => new Response(JSON.stringify({ code }), { status })
const post = () => new Request('http://localhost/api/appeals', { method: 'POST', body: '{"words":"灯"}' })

/** A server that takes only the newest token. */
function server(renews = true) {
  let cookie = 'old'
  let taken = 'new'
  const bodies: string[] = []
  const fetch = vi.fn(async (request: Request) => {
    bodies.push(await request.text())
    return request.headers.get('X-XSRF-TOKEN') === taken ? new Response('{}') : refused('csrf')
  })
  const renew = vi.fn(async () => {
    if (!renews) throw new Error('offline')
    cookie = 'new'
  })
  return {
    fetch,
    renew,
    bodies,
    send: sender({ fetch, renew, token: () => cookie }),
    refuseAll: () => (taken = 'none'),
  }
}

describe("sending with the page's token", () => {
  it('fetches a new token once and sends the same words again', async () => {
    const { send, renew, bodies } = server()
    expect((await send(post())).status).toBe(200)
    expect((await send(post())).status).toBe(200)
    expect(renew).toHaveBeenCalledTimes(1)
    expect(bodies).toEqual(Array(3).fill('{"words":"灯"}'))
  })

  it('does not try a third time', async () => {
    const { send, fetch, refuseAll } = server()
    refuseAll()
    expect((await send(post())).status).toBe(403)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('lets the refusal stand when no token is to be had, and every other refusal', async () => {
    const { send, fetch } = server(false)
    expect((await send(post())).status).toBe(403)
    expect(fetch).toHaveBeenCalledTimes(1)
    const other = vi.fn(async () => refused('no-right'))
    const renew = vi.fn()
    expect((await sender({ fetch: other, renew, token: () => 'a' })(post())).status).toBe(403)
    expect(renew).not.toHaveBeenCalled()
  })
})
