import type { Page } from '@playwright/test'
import { expect, look, open, PHONE, settled, test } from './house'
import { signInDesk } from './people'

const COMMUNITY = 'baihuahu'
/** What waits is tried again every 15 s. */
const SENT_ms = 40_000
/** 云栖里小区, in the worker's own grid. */
const HERE = { latitude: 0, longitude: 0 }

/** A real photo: what the page looks like just now. */
const photo = async (page: Page, name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await page.screenshot({ type: 'jpeg', quality: 60 }),
})

async function signIn(page: Page): Promise<void> {
  await page.setViewportSize(PHONE)
  await page.goto('/grid/sign-in')
  await page.getByRole('button', { name: /百花湖第一网格专职网格员/ }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
}

/** A place of the worker's own grid, as the city's own list has it. */
async function standInOwnGrid(page: Page): Promise<void> {
  const answer = await page.request.get('/api/places?area=360502001001001')
  const places = (await answer.json()) as { lon?: number | null; lat?: number | null }[]
  const place = places.find(one => one.lon != null && one.lat != null)
  HERE.longitude = place?.lon ?? 0
  HERE.latitude = place?.lat ?? 0
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation(HERE)
}

async function settleTwoTaps(page: Page, matter: string): Promise<void> {
  await page.goto('/grid/settle')
  await page.getByPlaceholder('搜索事项').fill(matter)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: new RegExp(matter) }).click()
  await (await chooser).setFiles(await photo(page, '现场.jpg'))
  await expect(page.getByAltText('照片 1 预览')).toBeVisible()
}

const figure = async (page: Page) => Number(await page.locator('.figure strong').first().innerText())

test('a grid worker reports what there is, with place, and sees who handles it by when', async ({ page }) => {
  await standInOwnGrid(page)
  await page.goto('/grid/sign-in')
  await look(page, 'grid-sign-in')
  await signIn(page)
  await settled(page)
  await look(page, 'grid-tickets')
  await page.getByRole('link', { name: '上报' }).first().click()
  await page.locator('#words').fill('云栖里小区门口的窨井盖松动，车一压就响，很危险。')
  await page.locator('input[type=file]').setInputFiles([await photo(page, '井盖.jpg')])
  await page.getByRole('button', { name: '我的位置' }).click()
  await expect(page.getByText('已选位置')).toBeVisible()
  await expect(page.locator('.reading')).toContainText('井盖')
  await expect(page.locator('.reading')).toContainText('承办单位')
  await page.getByRole('switch', { name: '代居民登记' }).click()
  await page.getByLabel('居民姓名').fill('欧阳老伯')
  await page.getByLabel('居民电话').fill(`129${Date.now() % 1e8}`.padEnd(11, '5'))
  await page.getByRole('radio', { name: '当面同意' }).check()
  await look(page, 'grid-report')
  await page.getByRole('button', { name: '提交上报' }).click()
  await expect(page.getByRole('heading', { name: '为什么这样办' })).toBeVisible()
  await expect(page.getByText('代您登记').or(page.getByText('登记诉求'))).toBeVisible()
  await expect(page.locator('.van-toast')).toBeHidden()
  await look(page, 'grid-ticket')
  await page.goto('/grid/?tab=reported')
  await expect(page.locator('.list a').first()).toContainText('窨井盖松动')
  await look(page, 'grid-reported')
})

test('a small thing is settled in two taps, counted, and shown as done', async ({ page }) => {
  await standInOwnGrid(page)
  await signIn(page)
  await page.goto('/grid/settle')
  await expect(page.locator('.matters button').first()).toBeVisible()
  await look(page, 'grid-settle')
  const before = await figure(page)
  await settleTwoTaps(page, '乱贴小广告')
  await expect(page.getByLabel('发现情况')).toHaveValue('网格巡查发现“乱贴小广告”问题。')
  await look(page, 'grid-settle-photo')
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect.poll(() => figure(page)).toBe(before + 1)
  await page.goto('/grid/?tab=done')
  await page.locator('.list a').filter({ hasText: '乱贴小广告' }).first().click()
  await expect(page.locator('.timeline')).toContainText('已当场处理完毕。')
  await expect(page.locator('.timeline')).toContainText('即办')
  await look(page, 'grid-settled-ticket')
})

test('a community gives its grids a task, a worker does it, the rest is taken back', async ({ page, browser }) => {
  const title = `独居老人走访 ${Date.now()}`
  const desk = await open(browser)
  await signInDesk(desk, COMMUNITY)
  await desk.goto('/desk/grid-tasks')
  await desk.getByRole('button', { name: '下达任务' }).click()
  await desk.getByLabel('任务名称').fill(title)
  await desk.getByLabel('任务要求').fill('入户走访独居老人，核对紧急联系人，留意用火用电安全。')
  await desk.locator('.el-checkbox').filter({ hasText: '百花湖第一网格' }).click()
  await desk.locator('.el-checkbox').filter({ hasText: '百花湖第二网格' }).click()
  await look(desk, 'desk-grid-task-form')
  await desk.getByRole('button', { name: '确认下达' }).click()
  await expect(desk.getByText('任务已下达')).toBeVisible()
  await look(desk, 'desk-grid-tasks')

  await signIn(page)
  await page.getByRole('link', { name: '任务' }).first().click()
  await look(page, 'grid-tasks')
  await page.getByRole('link', { name: title }).click()
  await page.getByLabel('完成情况').fill('已走访 3 户，老人均安好，已更换一处老化插线板。')
  await page.locator('input[type=file]').setInputFiles([await photo(page, '走访.jpg')])
  await look(page, 'grid-task')
  await page.getByRole('button', { name: '提交完成情况' }).click()
  await expect(page.getByText('完成时间')).toBeVisible()

  await desk.reload()
  await desk.getByRole('link', { name: title }).first().click()
  await expect(desk.getByText('1 / 2')).toBeVisible()
  await expect(desk.getByText('老人均安好')).toBeVisible()
  await look(desk, 'desk-grid-task')
  await desk.getByRole('button', { name: '收回任务' }).click()
  await desk.getByLabel('收回说明').fill('其余网格下周统一安排。')
  await desk.getByRole('button', { name: '确认收回' }).click()
  await expect(desk.getByRole('paragraph').filter({ hasText: '其余网格下周统一安排' })).toBeVisible()
})

test('what is done without a connection waits, is seen to wait, and is sent once', async ({ page, context }) => {
  await standInOwnGrid(page)
  await signIn(page)
  await page.goto('/grid/settle')
  await expect(page.locator('.figure strong')).toBeVisible()
  const before = await figure(page)
  await settleTwoTaps(page, '单车乱停放')
  await context.setOffline(true)
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByText('1 件待发送，网络恢复后自动发送')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('1 件待发送')).toHaveCount(0, { timeout: SENT_ms })
  await page.goto('/grid/settle')
  await expect.poll(() => figure(page)).toBe(before + 1)

  // The answer is lost on the way: the same key goes again, and nothing is settled twice.
  await settleTwoTaps(page, '单车乱停放')
  let lost = 0
  await page.route('**/api/settlements', async route => {
    await route.fetch()
    lost++
    await route.abort()
  })
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByRole('heading', { name: '待发送' })).toBeVisible()
  await look(page, 'grid-outbox')
  expect(lost).toBeGreaterThan(0)
  await page.unroute('**/api/settlements')
  await expect(page.getByText('全部已发送')).toBeVisible({ timeout: SENT_ms })
  await page.goto('/grid/settle')
  await expect.poll(() => figure(page)).toBe(before + 2)
})

test('what the server refuses later is parked with its reason and can be corrected', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await standInOwnGrid(page)
  await context.setGeolocation({ longitude: HERE.longitude, latitude: HERE.latitude + 0.05 })
  await signIn(page)
  // Outside the own grid: it is said at once; a reload takes nothing away, and all of it can be reported instead.
  await settleTwoTaps(page, '乱贴小广告')
  await expect(page.getByText('当前定位不在您的网格范围内')).toBeVisible()
  await expect(page.getByRole('button', { name: '确认办结' })).toBeDisabled()
  await page.reload()
  await expect(page.getByAltText('照片 1 预览')).toBeVisible()
  await expect(page.getByText('当前定位不在您的网格范围内')).toBeVisible()
  await look(page, 'grid-settle-outside')
  await page.getByRole('button', { name: '改为上报' }).click()
  await expect(page.locator('#words')).toHaveValue(/乱贴小广告/)
  await expect(page.getByAltText('照片 1 预览')).toBeVisible()

  // Without a connection the device cannot know it.
  await page.route('**/api/areas/at?*', route => route.abort())
  await settleTwoTaps(page, '乱贴小广告')
  await page.route('**/api/settlements', route => route.abort())
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByText('1 件待发送，网络恢复后自动发送')).toBeVisible()
  await page.getByRole('button', { name: '立即发送' }).click()
  await page.unroute('**/api/settlements')
  await page.unroute('**/api/areas/at?*')
  await expect(page.getByText('1 件未被接收，请修改后重新提交')).toBeVisible({ timeout: SENT_ms })
  await expect(page.locator('.row-card .field-problem')).toContainText('网格')
  await look(page, 'grid-outbox-parked')
  await page.getByRole('link', { name: '修改', exact: true }).click()
  await expect(page.getByAltText('照片 1 预览')).toBeVisible()
  await page.getByRole('button', { name: '改为本网格' }).click()
  const before = await figure(page)
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect.poll(() => figure(page)).toBe(before + 1)
})

test('who does not work in a grid is shown the way to the desk', async ({ page }) => {
  await signInDesk(page, COMMUNITY)
  await page.goto('/grid/')
  await expect(page.getByText('这个页面供专职网格员使用')).toBeVisible()
  await look(page, 'grid-no-right')
})
