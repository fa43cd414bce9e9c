import type { Page } from '@playwright/test'
import { expect } from './house'

export const WORDS = '云栖里小区5栋楼下的路灯又坏了三天，晚上老人下楼看不见路，请尽快派人来修。'

export async function tapMap(page: Page): Promise<void> {
  const map = page.locator('.frame[data-ready] canvas')
  await expect(map).toBeVisible()
  const box = await map.boundingBox()
  if (!box) throw new Error('the map has no size')
  await map.click({ position: { x: box.width * 0.4, y: box.height * 0.4 } })
  await expect(page.getByText('已选位置')).toBeVisible()
}

/** Files one appeal and answers with its ticket number, query code and the unit that got it. */
export async function file(page: Page, words = WORDS): Promise<{ number: string; code: string; unit: string }> {
  await page.goto('/')
  await page.locator('#words').fill(words)
  await tapMap(page)
  await page.getByRole('button', { name: '提交诉求' }).click()
  await expect(page.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
  const unit = page.locator('.facts > div').filter({ hasText: '承办单位' }).locator('dd')
  return {
    number: (await page.locator('.slip header .number').innerText()).trim(),
    code: (await page.getByTestId('query-code').innerText()).trim(),
    unit: ((await unit.innerText()).split(/\s/)[0] ?? '').trim(),
  }
}
