import type { Page } from '@playwright/test'
import { expect, look, settled, test } from './house'
import { ADMINISTRATOR, CLERK, signInDesk, signInResident } from './people'

/** Every screen at phone and desk width, walked once. */
async function firstLink(page: Page, selector: string): Promise<string> {
  const link = page.locator(selector).first()
  await expect(link).toBeVisible()
  return (await link.getAttribute('href')) ?? ''
}

test('resident screens before signing in', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  await look(page, 'resident-submit-signed-out')
  await page.goto('/sign-in')
  await look(page, 'resident-sign-in')
  await page.goto('/query')
  await look(page, 'resident-query')
  await page.goto('/no-such-page')
  await look(page, 'resident-not-found')
})

for (const elder of [false, true]) {
  test(`what neighbours read of each other${elder ? ' in senior mode' : ''}`, async ({ page }) => {
    const name = (screen: string) => `resident-${screen}${elder ? '-elder' : ''}`
    await page.goto('/open')
    if (elder) await page.getByRole('button', { name: /长辈版/ }).click()
    await expect(page.locator('.list a').first()).toBeVisible()
    await look(page, name('open'))
    await page.goto(await firstLink(page, '.list a'))
    await expect(page.locator('.open-steps')).toBeVisible()
    await expect(page.locator('.frame[data-ready]')).toBeVisible()
    await look(page, name('open-ticket'))
    await page.goto('/nearby?area=360502001001')
    await expect(page.locator('.frame[data-ready]')).toBeVisible()
    await expect(page.locator('.nearby-card').first()).toBeVisible()
    await look(page, name('nearby'))
    if (elder) return
    await page.goto('/open/00000000-000000')
    await look(page, 'resident-open-gone')
    await page.goto('/nearby')
    await look(page, 'resident-nearby-choose')
  })
}

for (const elder of [false, true]) {
  test(`resident screens ${elder ? 'in senior mode' : 'signed in'}`, async ({ page }) => {
    const name = (screen: string) => `resident-${screen}${elder ? '-elder' : ''}`
    await signInResident(page, elder ? 1 : 0)
    if (elder) await page.getByRole('button', { name: /长辈版/ }).click()
    await page.goto('/')
    await page.locator('#words').fill('惠民小区 3 栋楼下的路灯坏了一个多星期，晚上老人出行很不安全。')
    await expect(page.locator('.frame[data-ready]')).toBeVisible()
    await expect(page.locator('.reading')).toBeVisible()
    await look(page, name('submit'))
    await page.getByRole('button', { name: '提交诉求' }).click()
    await expect(page.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
    await look(page, name('receipt'))
    await page.goto('/my')
    await expect(page.locator('.list a').first()).toBeVisible()
    await look(page, name('mine'))
    for (const status of ['WAITING', 'RESOLVED', 'CLOSED', 'ACCEPTED']) {
      await page.goto('/my')
      const label = { WAITING: '待补充', RESOLVED: '待评价', CLOSED: '已办结', ACCEPTED: '办理中' }[status] ?? ''
      await page.getByRole('button', { name: label, exact: true }).click()
      await settled(page)
      if ((await page.locator('.list a').count()) === 0) continue
      await page.locator('.list a').first().click()
      await expect(page.locator('.timeline')).toBeVisible()
      await look(page, name(`appeal-${status.toLowerCase()}`))
    }
  })
}

test('desk screens', async ({ page }) => {
  await page.goto('/desk/sign-in')
  await look(page, 'desk-sign-in')
  await signInDesk(page, CLERK)
  await page.goto('/desk/triage')
  await expect(page.locator('.suggestions')).toBeVisible()
  await look(page, 'desk-triage')
  await page.goto('/desk/queue?queue=all')
  const address = await firstLink(page, 'td a, .sheet li a')
  await look(page, 'desk-queue')
  await page.goto(address)
  await expect(page.locator('.timeline')).toBeVisible()
  await look(page, 'desk-ticket')
  await page.goto('/desk/imports')
  await look(page, 'desk-imports')
  await page.goto('/desk/password')
  await look(page, 'desk-password')
})

test('desk screens of an administrator', async ({ page }) => {
  await signInDesk(page, ADMINISTRATOR)
  await page.goto('/desk/accounts')
  await expect(page.locator('td').first()).toBeVisible()
  await look(page, 'desk-accounts')
  await page.getByRole('button', { name: '新建账号' }).click()
  await look(page, 'desk-account-form')
})
