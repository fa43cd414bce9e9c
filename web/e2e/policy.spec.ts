import { readFileSync } from 'node:fs'
import { expect, look, test } from './house'
import { LIST_KEEPER, signInDesk } from './people'

test('a list keeper changes the duty list, sees what it would have changed, and publishes it', async ({ page }) => {
  await signInDesk(page, LIST_KEEPER)
  await expect(page.getByRole('heading', { name: '政策包', exact: true })).toBeVisible()
  await look(page, 'desk-policy')
  await page
    .getByRole('link', { name: /权责清单/ })
    .first()
    .click()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 CSV' }).first().click(),
  ])
  const list = readFileSync(await download.path(), 'utf8')
  const lines = list.split('\r\n')
  const lamp = lines.findIndex(line => line.startsWith('fac-lamp,'))
  const cells = (lines[lamp] ?? '').split(',')

  const send = async (text: string) => {
    await page
      .getByLabel('修改后的文件')
      .setInputFiles({ name: '权责清单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: '上传并检查' }).click()
  }
  await send(list.replace(lines[lamp] ?? '', cells.with(2, 'kind:nobody').with(5, '三天').join(',')))
  await expect(page.getByRole('alert')).toContainText(`第 ${lamp + 1} 行`)
  await look(page, 'desk-policy-mistakes')

  const limit = `${1 + (Date.now() % 90)}wd`
  await send(list.replace(lines[lamp] ?? '', cells.with(2, 'kind:street_office').with(3, '').with(5, limit).join(',')))
  // a new table is held against all others: seconds on a busy machine
  await expect(page.locator('.change ins').filter({ hasText: limit })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: '开始推演' }).click()
  await expect(page.getByText('件工单会派往别处')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/推演了 .* 次派单/)).toBeVisible({ timeout: 60_000 })
  await look(page, 'desk-policy-draft')

  await page.getByLabel('发布原因').fill('路灯改由街道就近处理')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByText(/已发布为第 \d+ 版/).first()).toBeVisible()
  await page.getByRole('link', { name: '查看历次版本' }).click()
  await expect(page.getByText('路灯改由街道就近处理').first()).toBeVisible()
  await look(page, 'desk-policy-table')

  // the demo's list goes back to what it was
  await send(list)
  await page.getByLabel('发布原因').fill('恢复')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByText(/已发布为第 \d+ 版/).first()).toBeVisible()
  await page.evaluate(() => localStorage.setItem('mulin.locale', 'en'))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'What-if' })).toBeVisible()
  await look(page, 'desk-policy-draft-en')
})
