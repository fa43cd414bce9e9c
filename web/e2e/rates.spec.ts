import { readFileSync } from 'node:fs'
import { expect, look, test } from './house'
import { LEADER, signInDesk } from './people'

test('a leader compares units, areas, matters and months, takes the numbers along and prints the month', async ({
  page,
}) => {
  await signInDesk(page, LEADER)
  await page.goto('/desk/rates')
  await expect(page.getByRole('heading', { name: '三率评价' })).toBeVisible()
  await expect(page.locator('.whole strong').first()).toBeVisible()
  await look(page, 'desk-rates')

  await page.getByRole('button', { name: '按辖区' }).click()
  await expect(page.getByText(/共 \d+ 个，分为 \d+ 组/)).toBeVisible()
  await look(page, 'desk-rates-areas')
  await page.getByRole('button', { name: '按月' }).click()
  await expect(page.getByText(/共 12 个月/)).toBeVisible()
  await page.getByRole('button', { name: '按事项' }).click()
  await page.getByRole('searchbox').fill('没有这种事项')
  await expect(page.getByText('没有名称相符的')).toBeVisible()
  await page.getByRole('searchbox').fill('')
  const first = page.locator('tbody th[scope=row]').first()
  await expect(first).toBeVisible()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^三率评价-.*\.xlsx$/)
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')

  await page.getByText(/评价规则（第 \d+ 版/).click()
  await expect(page.getByText('权重 30')).toBeVisible()
  await page.getByRole('link', { name: '打印月报' }).click()
  await expect(page.getByRole('heading', { name: /群众诉求办理/ })).toBeVisible()
  await look(page, 'desk-rates-report')
  await page.evaluate(() => localStorage.setItem('mulin.locale', 'en'))
  await page.goto('/desk/rates')
  await expect(page.getByRole('heading', { name: 'Rates' })).toBeVisible()
  await look(page, 'desk-rates-en')
})

test('a leader sees what residents file beside what grids report, down to a community', async ({ page }) => {
  await signInDesk(page, LEADER)
  await page.goto('/desk/sources')
  await expect(page.getByRole('heading', { name: '诉报对照' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^盲点/ })).toBeVisible()
  await look(page, 'desk-sources')
  await page.getByRole('button', { name: '渝水区', exact: true }).click()
  await page.getByRole('button', { name: '城南街道', exact: true }).click()
  await page.getByRole('button', { name: '近 365 天' }).click()
  await expect(page.getByRole('heading', { name: '城南街道' })).toBeVisible()
  await look(page, 'desk-sources-street')
  await page
    .getByRole('link', { name: /查看 \d+ 件工单/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: '工单队列' })).toBeVisible()
})
