import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, SCREEN, settled, test } from '../e2e/house'
import { CLERK, LEADER, newPhone, signInDesk, signInNewcomer } from '../e2e/people'

const WORDS = '云栖里小区5栋楼下的路灯坏了三天，晚上老人下楼看不见路，请尽快派人来修。'

async function picture(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: resolve(import.meta.dirname, `../../docs/screenshots/${name}.png`) })
}

for (const elder of [false, true]) {
  test(`a resident's receipt${elder ? ' in senior mode' : ''}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await signInNewcomer(page)
    if (elder) await page.getByRole('button', { name: /长辈版/ }).click()
    await page.goto('/')
    await page.locator('#words').fill(WORDS)
    await expect(page.locator('.reading')).toBeVisible()
    await page.getByRole('button', { name: '提交诉求' }).click()
    await expect(page.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
    await picture(page, elder ? 'resident-senior' : 'resident-receipt')
  })
}

test('a ticket and triage at the desk', async ({ page }) => {
  await page.setViewportSize(SCREEN)
  await signInDesk(page, CLERK)
  await page.goto('/desk/queue?queue=all&status=CLOSED')
  await page.locator('td a').first().click()
  await expect(page.locator('.timeline')).toBeVisible()
  await picture(page, 'desk-ticket')
  await page.goto('/desk/triage')
  await expect(page.locator('.suggestions')).toBeVisible()
  await picture(page, 'desk-triage')
})

test('a call at the hotline', async ({ page }) => {
  await page.setViewportSize(SCREEN)
  await signInDesk(page, CLERK)
  await page.goto('/desk/intake')
  await page.locator('#intake-phone').fill(newPhone())
  await page.locator('#intake-name').fill('李女士')
  await page.locator('#intake-words').fill('云栖里小区门口的路灯坏了好几天，晚上看不见路，老人不敢出门')
  await page.locator('#intake-place').fill('云栖里小区3栋门口')
  await expect(page.locator('.will')).toContainText('承办')
  await picture(page, 'desk-intake')
})

test('the city on one screen', async ({ page }) => {
  await page.setViewportSize(SCREEN)
  await signInDesk(page, LEADER)
  await page.goto('/command')
  await expect(page.locator('[data-ready]').first()).toBeVisible()
  await picture(page, 'command')
})

test("a grid worker's phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/grid/sign-in')
  await page.getByRole('button', { name: /百花湖第一网格专职网格员/ }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
  await page.goto('/grid/?tab=reported')
  await picture(page, 'grid-tickets')
  await page.goto('/grid/settle')
  await picture(page, 'grid-settle')
})

test('what happens nearby', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/nearby?area=360502001001')
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  await picture(page, 'resident-nearby')
})

test('the queue of the desk', async ({ page }) => {
  await page.setViewportSize(SCREEN)
  await signInDesk(page, CLERK)
  await page.goto('/desk/queue?queue=all')
  await expect(page.locator('td a').first()).toBeVisible()
  await picture(page, 'desk-queue')
})
