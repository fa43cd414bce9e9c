import { expect, look, test } from './house'
import { INTEGRATOR, signInDesk } from './people'

test('the integration administrator lets a program in, tells another, and takes both back', async ({ page }) => {
  const stamp = Date.now()
  await signInDesk(page, INTEGRATOR)
  await page.goto('/desk/exchange')
  await expect(page.getByRole('heading', { name: '对外接口' })).toBeVisible()

  await page.getByRole('button', { name: '新建密钥' }).click()
  await page.getByLabel('使用方').fill(`随手拍 ${stamp}`)
  await page.locator('label', { hasText: '提交' }).click()
  await expect(page.getByRole('checkbox', { name: '提交' })).toBeChecked()
  await look(page, 'desk-exchange-new-key')
  await page.getByRole('dialog').getByRole('button', { name: '新建密钥' }).click()
  const key = await page.getByTestId('secret').innerText()
  expect(key).toMatch(/^mk_/)
  await look(page, 'desk-exchange-key')
  await page.getByRole('button', { name: '已妥善保存' }).click()

  await page.getByRole('button', { name: '新建订阅' }).click()
  await page.getByLabel('订阅方').fill(`数据中台 ${stamp}`)
  await page.getByLabel('接收地址').fill('ftp://example.com/')
  await page.getByRole('dialog').getByRole('button', { name: '新建订阅' }).click()
  await expect(page.getByText('应为 http 或 https 链接', { exact: false })).toBeVisible()
  await look(page, 'desk-exchange-new-subscription')
  await page.getByLabel('接收地址').fill('http://127.0.0.1:9/hook')
  await page.getByRole('dialog').getByRole('button', { name: '新建订阅' }).click()
  await expect(page.getByTestId('secret')).toContainText('whsec_')
  await page.getByRole('button', { name: '已妥善保存' }).click()

  const form = {
    api_key: key,
    service_code: 'fac-lamp',
    description: `路灯不亮 ${stamp}`,
    address_string: '城南街道百花湖社区',
    'attribute[LAMPS]': 'one',
  }
  const filed = await page.request.post('/open311/v2/requests.json', { form })
  expect(filed.status(), await filed.text()).toBe(200)
  const [{ service_request_id: number }] = (await filed.json()) as [{ service_request_id: string }]
  expect((await page.request.get(`/open311/v2/requests/${number}.xml`)).status()).toBe(200)

  const row = page.getByRole('listitem').filter({ hasText: `数据中台 ${stamp}` })
  await look(page, 'desk-exchange')
  await row.getByRole('link', { name: /推送记录/ }).click()
  await expect(async () => {
    await page.getByRole('button', { name: '刷新' }).click()
    await expect(page.getByText(number).first()).toBeVisible({ timeout: 1_000 })
    await expect(page.getByText('无法连接对方').first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await look(page, 'desk-exchange-deliveries')

  await page.getByRole('link', { name: '返回对外接口' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: `数据中台 ${stamp}` })
    .getByRole('button', { name: '停用' })
    .click()
  await page.getByRole('button', { name: '确认停用' }).click()
  await expect(page.getByText('订阅已停用')).toBeVisible()
  await page
    .getByRole('listitem')
    .filter({ hasText: `随手拍 ${stamp}` })
    .getByRole('button', { name: '作废' })
    .click()
  await page.getByRole('button', { name: '确认作废' }).click()
  await expect(page.getByText('密钥已作废')).toBeVisible()
  expect((await page.request.post('/open311/v2/requests.json', { form })).status()).toBe(403)

  await page.evaluate(() => localStorage.setItem('mulin.locale', 'en'))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Interfaces' })).toBeVisible()
  await look(page, 'desk-exchange-en')
})
