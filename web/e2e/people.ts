import type { Page } from '@playwright/test'
import { expect } from './house'

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

/** Signs in as the demo's resident the way a person does: by phone and the code of the demo text message. */
export async function signInResident(page: Page, which = 0): Promise<void> {
  const residents = (await demoSignIns(page)).filter(one => one.phone && !one.username)
  await page.goto('/sign-in')
  await page.getByLabel('手机号码').fill(residents[which]?.phone ?? '')
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page
    .getByRole('button', { name: /填入验证码/ })
    .first()
    .click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
}

/** Signs in at the desk as the demo person whose title matches. */
export async function signInDesk(page: Page, title: RegExp): Promise<void> {
  const one = (await demoSignIns(page)).find(person => person.username && title.test(person.title))
  expect(one, `a demo sign-in for ${title}`).toBeTruthy()
  await page.goto('/desk/sign-in')
  await page.getByLabel('用户名').fill(one?.username ?? '')
  await page.getByLabel('密码').fill(one?.password ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
}
