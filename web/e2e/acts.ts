import type { Page } from '@playwright/test'
import { expect } from './house'

export type Json = Record<string, unknown>
type Ticket = { id: string; number: string; version: number; status: string; parts: { unit: { id: string } }[] }

/** The steps that are not looked at go the pages' own way to the server, without the page. */
export async function send<T>(page: Page, path: string, body: Json): Promise<T> {
  const cookies = await page.context().cookies()
  const token = cookies.find(cookie => cookie.name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.post(path, {
    data: body,
    headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}
export const read = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.request.get(path)).json()) as T
export const seen = (page: Page, id: string) => read<Ticket>(page, `/api/tickets/${id}`)
export async function act(page: Page, id: string, what: string, body: Json): Promise<void> {
  await send(page, `/api/tickets/${id}/${what}`, { ...body, version: (await seen(page, id)).version })
}
export async function upload(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  const token = cookies.find(cookie => cookie.name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.post('/api/files', {
    multipart: { file: await photo(page) },
    headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { id: string }).id
}
export async function photo(page: Page) {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 64
    const paint = canvas.getContext('2d')
    if (paint) {
      paint.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`
      paint.fillRect(0, 0, 64, 64)
    }
    return canvas.toDataURL('image/jpeg')
  })
  return { name: '现场.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(data.split(',')[1] ?? '', 'base64') }
}
