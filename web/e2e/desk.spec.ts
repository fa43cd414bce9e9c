import { expect, look, open, test } from './house'
import { ADMINISTRATOR, CLERK, signInDesk, signInNewcomer } from './people'

test('a clerk decides with one key and the ticket leaves the queue', async ({ page, browser }) => {
  // Two that no machine can be sure of, so that the queue is not empty afterwards.
  const resident = await open(browser)
  await signInNewcomer(resident)
  for (const words of ['这个事情拖了很久一直没有人管，到底归谁负责？', '反映了好多次都说不归他们管，请给个说法。']) {
    await resident.goto('/')
    await resident.locator('#words').fill(words)
    await resident.getByRole('button', { name: '提交诉求' }).click()
    await expect(resident.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
  }
  await signInDesk(page, CLERK)
  await page.goto('/desk/triage')
  await expect(page.locator('.suggestions button').first()).toBeEnabled()
  const number = await page.locator('[aria-current] .number').innerText()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[aria-current] .number')).not.toHaveText(number)
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('[aria-current] .number')).toHaveText(number)
  await expect(page.locator('.suggestions button').first()).toBeEnabled()
  await page.keyboard.press('1')
  await expect(page.locator('.el-message')).toContainText(number)
  await expect(page.locator('.list .number', { hasText: number })).toHaveCount(0)
  await expect(page.locator('.suggestions button').first()).toBeEnabled()
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: '其他事项' })).toBeFocused()
})

test('an operator imports a file, sees the rejected lines, and importing again adds none', async ({ page }) => {
  const stamp = Date.now()
  const lines = Array.from(
    { length: 30 },
    (_, n) => `${stamp}-${n},路灯不亮,2026/11/2 11:25:05,云栖里小区${n}栋楼下的路灯不亮了，晚上看不清路。,U${n}`,
  )
  lines.push(`${stamp}-x,,2026/11/2 11:25:05,,U99`)
  const csv = ['留言编号,留言主题,留言时间,留言详情,留言用户', ...lines].join('\n')
  const upload = { name: `hotline-${stamp}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv, 'utf8') }

  await signInDesk(page, CLERK)
  for (const again of [false, true]) {
    await page.goto('/desk/imports')
    await page.locator('#import-file').setInputFiles(upload)
    await page.getByRole('button', { name: '上传并预览' }).click()
    await expect(page.getByRole('heading', { name: '列对应关系' })).toBeVisible()
    await page.getByLabel('内容（必填）').selectOption('留言详情')
    await page.getByLabel('外部编号').selectOption('留言编号')
    await page.getByLabel('标题').selectOption('留言主题')
    await page.getByLabel('时间').selectOption('留言时间')
    if (!again) await look(page, 'desk-import-mapping')
    await page.getByRole('button', { name: '开始导入' }).click()
    await expect(page.locator('.top')).toContainText('已完成', { timeout: 60_000 })
    await expect(page.locator('.counters .imported dd')).toHaveText(again ? '0' : '30')
    await expect(page.locator('.counters .repeated dd')).toHaveText(again ? '30' : '0')
    await expect(page.locator('.counters .rejected dd')).toHaveText('1')
    await expect(page.getByText('未通过的行', { exact: true })).toBeVisible()
    await expect(page.locator('td').filter({ hasText: '32' }).first()).toBeVisible()
    if (!again) await look(page, 'desk-import-done')
  }
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载未通过的行' }).click()
  expect((await download).suggestedFilename()).toContain('.csv')
})

test('the queue is filtered, and the filter stays in the address', async ({ page }) => {
  await signInDesk(page, CLERK)
  await page.goto('/desk/queue?queue=all')
  await expect(page.locator('td').first()).toBeVisible()
  await page.getByLabel('状态').selectOption('CLOSED')
  await expect(page).toHaveURL(/status=CLOSED/)
  await expect(page.locator('td .badge').filter({ hasNotText: '已办结' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('状态')).toHaveValue('CLOSED')
  await page.getByLabel('搜索原文、工单号').fill('没有任何工单会有的字样')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有符合条件的工单')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page.locator('td').first()).toBeVisible()
})

test('an administrator opens an account, and disables it after confirming', async ({ page }) => {
  const username = `e2e-${Date.now()}`
  await signInDesk(page, ADMINISTRATOR)
  await page.goto('/desk/accounts')
  await page.getByRole('button', { name: '新建账号' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('用户名').fill('x')
  await form.getByLabel('姓名').fill('叶知秋')
  const box = (name: string) => form.locator('.el-select', { has: page.getByRole('combobox', { name }) })
  await box('所在单位').click()
  await page.getByRole('option').filter({ visible: true }).first().click()
  await box('岗位').click()
  await page.getByRole('option').filter({ visible: true }).first().click()
  await form.getByLabel('初始密码').fill('First-2026-mulin')
  await form.getByRole('button', { name: '新建账号' }).click()
  await expect(form.locator('.field-problem').first()).toContainText('用户名')
  await form.getByLabel('用户名').fill(username)
  await form.getByRole('button', { name: '新建账号' }).click()
  await expect(form).toHaveCount(0)
  await page.getByLabel('按姓名、用户名查找').fill(username)
  const row = page.locator('tr', { hasText: username })
  await expect(row).toContainText('叶知秋')
  await row.getByRole('button', { name: '停用' }).click()
  await page.getByRole('button', { name: '确认停用' }).click()
  await expect(row).toContainText('已停用')
})
