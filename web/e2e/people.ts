import { randomUUID } from 'node:crypto'
import { request, test, type APIRequestContext, type Browser, type Page } from '@playwright/test'
import { expect, open } from './house'

interface DemoSignIn {
  face: string
  title: string
  username?: string | null
  password?: string | null
  phone?: string | null
}

async function demoSignIns(page: Page): Promise<DemoSignIn[]> {
  const answer = await page.request.get('/api/demo/sign-ins')
  expect(answer.ok()).toBe(true)
  return (await answer.json()) as DemoSignIn[]
}

/** A person with a story: signs in as one of the demo's residents. */
export async function signInResident(page: Page, which = 0): Promise<void> {
  const residents = (await demoSignIns(page)).filter(one => one.phone && !one.username)
  await page.goto('/sign-in')
  await enterByPhone(page, residents[which]?.phone ?? '')
}

/** A phone that nobody has yet: codes to one phone are limited, and journeys are many. */
export const newPhone = () => `129${Math.floor(Math.random() * 1e8)}`.padEnd(11, '7')

/** Someone new to the city. */
export async function signInNewcomer(page: Page): Promise<string> {
  const phone = newPhone()
  await page.goto('/sign-in')
  await enterByPhone(page, phone)
  return phone
}

export async function enterByPhone(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号码').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page
    .getByRole('button', { name: /填入验证码/ })
    .first()
    .click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
}

/** Types into the community's box and takes the first that is found, by keyboard. */
export async function chooseCommunity(page: Page, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: '社区', exact: true })
  await box.fill(words)
  await expect(page.getByRole('option').filter({ visible: true }).first()).toContainText(words)
  await box.press('Enter')
  await expect(box).toHaveValue(new RegExp(words))
}

/** Signs in at the desk by user name; the demo tells the password. */
export async function signInDesk(page: Page, username: string): Promise<void> {
  const one = (await demoSignIns(page)).find(person => person.username === username)
  expect(one, `a demo sign-in for ${username}`).toBeTruthy()
  await page.goto('/desk/sign-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(one?.password ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
}

export const CLERK = 'redian'
/** Signs in at the desk too, and is led to the command screen. */
export const LEADER = 'zhihui'
export const ADMINISTRATOR = 'admin'
export const INTEGRATOR = 'duijie'
export const LIST_KEEPER = 'qingdan'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Somebody whose screen is not what the journey is about. */
export class Person {
  private constructor(private readonly line: APIRequestContext) {}

  static async signIn(baseURL: string, username: string, password: string): Promise<Person> {
    const person = new Person(await request.newContext({ baseURL, extraHTTPHeaders: { 'Accept-Language': 'zh-CN' } }))
    await person.get('/api/session')
    await person.post('/api/sessions/staff', { username, password })
    return person
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.line.get(path)
    expect(answer.ok(), `${path} ${answer.status()}`).toBe(true)
    return (await answer.json()) as T
  }

  async ask(path: string, body: unknown) {
    const { cookies } = await this.line.storageState()
    const token = cookies.find(one => one.name === 'XSRF-TOKEN')?.value ?? ''
    return this.line.post(path, { data: body, headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': randomUUID() } })
  }

  /** A photo that was taken just now, uploaded; its id. */
  async photo(): Promise<string> {
    const { cookies } = await this.line.storageState()
    const token = cookies.find(one => one.name === 'XSRF-TOKEN')?.value ?? ''
    const answer = await this.line.post('/api/files', {
      multipart: { file: { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') } },
      headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': randomUUID() },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return ((await answer.json()) as { id: string }).id
  }

  async post(path: string, body: unknown): Promise<void> {
    const answer = await this.ask(path, body)
    expect(answer.ok(), `${path} ${answer.status()} ${await answer.text()}`).toBe(true)
  }
}

export async function passwordOf(page: Page, username: string): Promise<string> {
  return (await demoSignIns(page)).find(one => one.username === username)?.password ?? ''
}

/** Who works where, as far as it has been asked. */
const units = new Map<string, string>()

/** The worker of the unit that has the ticket, found by the unit's name as the resident sees it. */
export async function workerOf(browser: Browser, unit: string): Promise<Page> {
  const page = await open(browser)
  for (const { username, password } of await demoSignIns(page)) {
    if (!username || !password || username === ADMINISTRATOR) continue
    if (!units.has(username)) {
      const person = await Person.signIn(test.info().project.use.baseURL ?? '', username, password)
      units.set(username, (await person.get<{ unitName?: string }>('/api/session')).unitName ?? '')
    }
    if (units.get(username) !== unit) continue
    await signInDesk(page, username)
    return page
  }
  throw new Error(`nobody of the demo works for ${unit}`)
}
