import { expect, look, open, settled, test } from './house'
import { LEADER, signInDesk, signInNewcomer } from './people'

const today = '.tile.today .value'

test('a leader sees the city, asks what a figure means, and goes down to a grid', async ({ page }) => {
  await signInDesk(page, LEADER)
  await expect(page.locator('.tile')).toHaveCount(7)
  await expect(page.locator('.map .frame')).toHaveAttribute('data-ready', 'true')
  await look(page, 'command-city')

  await page.locator('.tile.resolution').click()
  const dialog = page.getByRole('dialog', { name: '解决率' })
  await expect(dialog).toContainText('÷')
  await look(page, 'command-definition')
  const list = await dialog.getByRole('link', { name: /查看清单/ }).getAttribute('href')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  // by the keyboard alone: the ranking's first area, until nothing lies below
  for (const level of ['street', 'community', 'grid']) {
    const first = page.locator('.first button.line').first()
    await expect(first).toBeVisible()
    const name = (await first.locator('.who').innerText()).trim()
    await first.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.crumbs [aria-current]')).toHaveText(name)
    await expect(page, level).toHaveURL(/area=/)
  }
  await settled(page)
  await look(page, 'command-community')
  await page.locator('.crumbs button').first().click()
  await expect(page.locator('.crumbs [aria-current]')).toHaveText('新余市')

  await page.getByRole('button', { name: '小区治理 1+3+N' }).click()
  await expect(page.getByRole('dialog')).toContainText('有业委会')
  await look(page, 'command-compounds')
  await page.keyboard.press('Escape')

  // the list behind the figure has as many tickets as the figure said
  await page.goto(list ?? '')
  await expect(page.getByRole('button', { name: /取消条件：已评价/ })).toBeVisible()
})

test('what a resident files appears on the command screen by itself', async ({ page, browser }) => {
  await signInDesk(page, LEADER)
  await expect(page.locator('.line.live')).toBeVisible()
  await settled(page)
  const before = Number((await page.locator(today).innerText()).replace(/\D/g, ''))

  const resident = await open(browser)
  await signInNewcomer(resident)
  await resident.goto('/')
  await resident.locator('#words').fill('惠民小区 3 栋楼下的路灯坏了一个多星期，晚上老人出行很不安全。')
  await resident.getByRole('button', { name: '提交诉求' }).click()
  await expect(resident.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
  await expect(page.locator(today)).not.toHaveText(String(before))
  await expect(page.locator('.ticker li').first()).toBeVisible()
  await look(page, 'command-live')
})

test('the command screen in English, empty and refused', async ({ page }) => {
  await signInDesk(page, LEADER)
  await page.getByRole('button', { name: '切换为英文界面' }).click()
  await expect(page.locator('.tile.response .name')).toHaveText('Response rate')
  await look(page, 'command-english')
  await page.goto('/command/?from=2025-01-01&to=2025-01-02')
  await expect(page.locator('.trend .empty')).toBeVisible()
  await look(page, 'command-empty')
  await page.route('**/api/insight/**', route => route.abort())
  await page.goto('/command/')
  await expect(page.getByRole('alert')).toBeVisible()
  await look(page, 'command-failed')
})
