import { file } from './filing'
import { expect, open, test } from './house'
import { signInNewcomer } from './people'

test('an author lets neighbours read an appeal, and takes it back', async ({ page, browser }) => {
  await signInNewcomer(page)
  const rare = `灯柱${Math.floor(Math.random() * 1e6)}号`
  await file(page, `云栖里小区5栋楼下的路灯坏了三天，${rare}，请打12900001234找我。`)
  await page.getByRole('link', { name: '查看办理进度' }).click()
  await page.getByRole('button', { name: '设为公开' }).click()
  await expect(page.getByRole('heading', { name: '别人将看到的内容' })).toBeVisible()
  await expect(page.locator('.publicity')).toContainText(`${rare}，请打***找我`)
  await page.getByRole('button', { name: '确认公开' }).click()
  await expect(page.getByText('已公开。任何人都能看到')).toBeVisible()

  const stranger = await open(browser)
  await stranger.goto('/')
  await stranger.locator('.neighbour-links').getByRole('link', { name: '公开诉求' }).click()
  await stranger.getByLabel('搜索内容、事项或工单号').fill(rare)
  await expect(stranger.locator('.list a')).toHaveCount(1)
  await stranger.locator('.list a').click()
  await expect(stranger.getByText(`${rare}，请打***找我`)).toBeVisible()

  await page.getByRole('button', { name: '取消公开' }).click()
  await expect(page.getByText('未公开。只有您')).toBeVisible()
  await stranger.reload()
  await expect(stranger.getByText('这件诉求没有公开')).toBeVisible()
  await stranger.goto('/nearby?area=360502001001')
  await expect(stranger.getByRole('heading', { name: '大家都在反映' })).toBeVisible()
  await expect(stranger.locator('main')).not.toContainText(rare)
})
