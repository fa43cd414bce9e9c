import type { Page } from '@playwright/test'
import { expect, expectAccessible, look, open, PHONE, SCREEN, test } from './house'
import { file, tapMap, WORDS } from './filing'
import { chooseCommunity, CLERK, enterByPhone, newPhone, signInDesk, signInNewcomer, workerOf } from './people'

/** A real photo: what the page looks like just now. */
const photo = async (page: Page, name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await page.screenshot({ type: 'jpeg', quality: 60 }),
})

test('a draft survives a reload and an expired session, and the appeal is filed with its photo', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.goto('/')
  await page.locator('#words').fill(WORDS)
  await page.locator('input[type=file]').setInputFiles([await photo(page, 'one.jpg'), await photo(page, 'two.jpg')])
  await expect(page.getByAltText('照片 2 预览')).toBeVisible()
  await page.getByRole('button', { name: '删除照片 2' }).click()
  await expect(page.getByText('草稿已自动保存')).toBeVisible()
  await page.reload()
  await expect(page.locator('#words')).toHaveValue(WORDS)
  await expect(page.getByAltText('照片 1 预览')).toBeVisible()
  await expect(page.getByAltText('照片 2 预览')).toHaveCount(0)
  await tapMap(page)
  await page.getByRole('button', { name: '登录并提交' }).click()
  await enterByPhone(page, newPhone())
  await expect(page.locator('#words')).toHaveValue(WORDS)
  await page.getByRole('button', { name: '提交诉求' }).click()
  await expect(page.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '为什么这样办' })).toBeVisible()
  await page.getByRole('link', { name: '查看办理进度' }).click()
  await expect(page.getByText(WORDS)).toBeVisible()
  await expect(page.getByRole('button', { name: '查看照片 1' })).toBeVisible()
  await page.goto('/')
  await expect(page.locator('#words')).toHaveValue('')
})

test('what cannot be sent is told at once, and nothing is cut', async ({ page }) => {
  await page.goto('/')
  const contract = { name: '合同.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 no photo at all') }
  const huge = { ...(await photo(page, '大图.jpg')) }
  huge.buffer = Buffer.concat([huge.buffer, Buffer.alloc(10 * 1024 * 1024)])
  const good = await Promise.all(Array.from({ length: 7 }, (_, n) => photo(page, `${n + 1}.jpg`)))
  await page.locator('input[type=file]').setInputFiles([contract, huge, ...good])
  const told = page.locator('.photo-picker [role=alert]')
  await expect(told).toContainText('“合同.jpg”不是 JPG 或 PNG 照片')
  await expect(told).toContainText(/“大图\.jpg”有 10\.\d MB，超过 10 MB/)
  await expect(told).toContainText('最多 6 张，“7.jpg”未添加')
  await expect(page.getByAltText(/照片 \d 预览/)).toHaveCount(6)
  await look(page, 'resident-photo-refused')
  await page.getByRole('button', { name: '删除照片 6' }).click()
  await expect(told).toHaveText('')

  const send = page.getByRole('button', { name: '登录并提交' })
  await page.locator('#words').fill('\u200b\u3000\u200d')
  await expect(send).toBeDisabled()
  await page.locator('#words').fill('灯'.repeat(2007))
  await expect(page.locator('#words')).toHaveValue('灯'.repeat(2007))
  await expect(page.getByText('超出 7 字，最多 2000 字')).toBeVisible()
  await expect(send).toBeDisabled()
  await look(page, 'resident-too-long')
  await page.locator('#words').fill('灯'.repeat(2000))
  await expect(send).toBeEnabled()
})

test('a lost connection keeps the words and files the appeal once', async ({ page, context }) => {
  await signInNewcomer(page)
  await page.goto('/')
  const words = `${WORDS}（断网重试）`
  await page.locator('#words').fill(words)
  await page.getByRole('button', { name: '选社区小区' }).click()
  await chooseCommunity(page, '百花湖')
  await page.getByLabel('小区或地点').selectOption({ index: 1 })
  const keys: (string | undefined)[] = []
  await context.route('**/api/appeals', async route => {
    keys.push(route.request().headers()['idempotency-key'])
    // The first answer is lost on its way back: the server has filed it, the page does not know.
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.getByRole('button', { name: '提交诉求' }).click()
  await expect(page.getByText('网络连接中断')).toBeVisible()
  await expect(page.locator('#words')).toHaveValue(words)
  await page.getByRole('button', { name: '提交诉求' }).click()
  await expect(page.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  await page.goto('/my')
  await expect(page.locator('.list .words', { hasText: '断网重试' })).toHaveCount(1)
})

test('a point outside the city gets a helpful answer', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude: 116.39, latitude: 39.9 })
  await page.goto('/')
  await page.getByRole('button', { name: '我的位置' }).click()
  await expect(page.locator('.place-picker [role=alert]')).toContainText(/不在|范围|以外/)
})

test('an appeal is followed from receipt to verdict, also by query code without an account', async ({
  page,
  browser,
}) => {
  const phone = await signInNewcomer(page)
  const filed = await file(page)
  await page.getByRole('link', { name: '查看办理进度' }).click()

  const worker = await workerOf(browser, filed.unit)
  await worker.goto(`/desk/queue?q=${filed.number}`)
  await worker.getByRole('link', { name: filed.number }).click()
  await worker.getByRole('button', { name: '受理', exact: true }).click()
  await worker.getByRole('button', { name: '确认受理' }).click()
  await expect(worker.locator('.number-line')).toContainText('办理中')
  await worker.getByRole('button', { name: '询问诉求人' }).click()
  await worker.getByLabel('要问的问题').fill('请问灯杆编号是多少？')
  await worker.getByRole('button', { name: '确认询问诉求人' }).click()
  await expect(worker.locator('.number-line')).toContainText('待补充')

  await page.reload()
  await expect(page.getByText('工作人员想向您了解')).toBeVisible()
  await page.getByLabel('内容').fill('灯杆编号是 YX-05。')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('灯杆编号是 YX-05。')).toBeVisible()

  await worker.reload()
  await expect(worker.getByText('灯杆编号是 YX-05。')).toBeVisible()
  await worker.getByRole('button', { name: '查看联系方式' }).click()
  await worker.getByLabel('查看用途').fill('电话告知维修时间')
  await worker.getByRole('button', { name: '查看并留痕' }).click()
  await expect(worker.locator('.contact')).toContainText(phone)
  await worker.getByRole('button', { name: '办结反馈' }).click()
  await worker.getByLabel('办理结果', { exact: true }).fill('已更换灯头，当晚恢复照明。')
  await worker.locator('.el-dialog input[type=file]').setInputFiles([await photo(worker, 'proof.jpg')])
  await look(worker, 'desk-resolve')
  await worker.getByRole('button', { name: '确认办结反馈' }).click()
  await expect(worker.locator('.number-line')).toContainText('待评价')
  await worker.getByRole('button', { name: '复核派单' }).click()
  await expect(worker.getByText('结果一致')).toBeVisible()

  const stranger = await open(browser)
  await stranger.goto('/query')
  await stranger.getByLabel('查询码').fill(filed.code)
  await stranger.getByRole('button', { name: '查询', exact: true }).click()
  await expect(stranger.locator('.answer')).toContainText('待评价')
  await expect(stranger.locator('.answer')).toContainText(filed.number)
  await stranger.getByLabel('查询码').fill('ABCDEFGHJK')
  await stranger.getByRole('button', { name: '查询', exact: true }).click()
  await expect(stranger.getByRole('alert')).toBeVisible()

  await page.reload()
  await page.getByText('联系了', { exact: true }).click()
  await page.getByText('解决了', { exact: true }).click()
  await page.getByRole('radio', { name: '非常满意' }).check({ force: true })
  await page.getByRole('button', { name: '提交评价' }).click()
  await expect(page.getByText('您的评价')).toBeVisible()
  await expect(page.locator('.top')).toContainText('已办结')
  await page.getByRole('button', { name: '申请重新办理' }).click()
  await expect(page.getByLabel('未解决的情况')).toBeVisible()
})

test('a resident withdraws after confirming', async ({ page }) => {
  await signInNewcomer(page)
  await file(page, '翰林世家门口的共享单车堆得满地都是，轮椅过不去，请清理一下。')
  await page.getByRole('link', { name: '查看办理进度' }).click()
  await page.getByRole('button', { name: '撤回诉求' }).click()
  await page.getByLabel('撤回原因').fill('已经有人清理好了')
  await page.getByRole('button', { name: '确认撤回' }).click()
  await expect(page.locator('.top')).toContainText('已撤回')
})

test('senior mode is one tap away, large, and stays', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await signInNewcomer(page)
  await page.getByRole('button', { name: /长辈版/ }).click()
  await page.goto('/')
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.textContent?.trim()))
      .filter(node => (node as HTMLElement).checkVisibility())
      .filter(node => parseFloat(getComputedStyle(node).fontSize) < 18)
      .map(node => node.textContent?.trim()),
  )
  expect(small, 'texts under 18 px').toEqual([])
  for (const target of await page.locator('main button:visible, nav a:visible, header button:visible').all()) {
    const box = await target.boundingBox()
    expect(box?.height, await target.innerText()).toBeGreaterThanOrEqual(60)
  }
  await file(page, '云栖里小区门口的垃圾桶满了好几天没人收，味道很大。')
  await expectAccessible(page)
  await page.getByRole('button', { name: /标准版/ }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-elder')
})

test('the page speaks English when asked', async ({ page }) => {
  await page.setViewportSize(SCREEN)
  await page.goto('/')
  await page.getByRole('button', { name: '切换为英文界面' }).click()
  await expect(page.getByRole('heading', { name: 'What is the matter?' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('link', { name: 'My appeals' })).toBeVisible()
})

test('two people at one ticket: the second sees what changed and keeps the text', async ({ page, browser }) => {
  await signInNewcomer(page)
  const filed = await file(page, '听雨巷口的路灯一闪一闪的，晚上看着心慌，请检修。')
  const worker = await workerOf(browser, filed.unit)
  await worker.goto(`/desk/queue?q=${filed.number}`)
  await worker.getByRole('link', { name: filed.number }).click()
  await worker.getByRole('button', { name: '受理', exact: true }).click()
  await worker.getByRole('button', { name: '确认受理' }).click()
  await worker.getByRole('button', { name: '回复', exact: true }).click()
  await worker.getByLabel('答复内容').fill('已安排电工明早到场。')

  await page.getByRole('link', { name: '查看办理进度' }).click()
  await page.getByRole('button', { name: '补充情况' }).click()
  await page.getByLabel('内容').fill('旁边那盏也不亮了。')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('旁边那盏也不亮了。')).toBeVisible()

  await worker.getByRole('button', { name: '确认回复' }).click()
  await expect(worker.getByText('工单刚被他人更新')).toBeVisible()
  await expect(worker.locator('.el-dialog').getByText('旁边那盏也不亮了。')).toBeVisible()
  await expect(worker.getByLabel('答复内容')).toHaveValue('已安排电工明早到场。')
  await look(worker, 'desk-conflict')
  await worker.getByRole('button', { name: '确认回复' }).click()
  await expect(worker.locator('.el-dialog')).toHaveCount(0)
  await expect(worker.getByText('已安排电工明早到场。')).toBeVisible()
})

test('what someone else has made impossible is no longer offered, and the words stay', async ({ page, browser }) => {
  await signInNewcomer(page)
  const filed = await file(page, '听雨巷里的路灯杆歪了，风一吹就晃，怕砸到人。')
  const [first, second] = [await workerOf(browser, filed.unit), await workerOf(browser, filed.unit)]
  for (const worker of [first, second]) {
    await worker.goto(`/desk/queue?q=${filed.number}`)
    await worker.getByRole('link', { name: filed.number }).click()
  }
  await first.getByRole('button', { name: '退单', exact: true }).click()
  await first.getByLabel('退单说明').fill('不属于我单位职责范围。')
  for (const name of ['原因', '引用的权责清单条目']) {
    await first.locator('.el-select', { has: first.getByRole('combobox', { name }) }).click()
    await first.getByRole('option').filter({ visible: true }).last().click()
  }
  await second.getByRole('button', { name: '受理', exact: true }).click()
  await second.getByRole('button', { name: '确认受理' }).click()
  await second.getByRole('button', { name: '办结反馈' }).click()
  await second.getByLabel('办理结果', { exact: true }).fill('已扶正灯杆。')
  await second.locator('.el-dialog input[type=file]').setInputFiles([await photo(second, 'proof.jpg')])
  await second.getByRole('button', { name: '确认办结反馈' }).click()
  await expect(second.locator('.number-line')).toContainText('待评价')

  await first.getByRole('button', { name: '确认退单' }).click()
  const dialog = first.getByRole('dialog')
  await expect(dialog.getByText('“退单”现已不能办理')).toBeVisible()
  await expect(dialog.locator('dd', { hasText: '待评价' })).toContainText('待受理')
  await expect(dialog.getByText('已扶正灯杆。')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '确认退单' })).toHaveCount(0)
  await expect(dialog.getByLabel('您填写的内容（已保留）')).toHaveValue('不属于我单位职责范围。')
  await look(first, 'desk-conflict-gone')
})

test('a desk page asks for a sign-in and comes back', async ({ page }) => {
  await page.goto('/desk/triage')
  await expect(page.getByRole('heading', { name: '工作台登录' })).toBeVisible()
  await signInDesk(page, CLERK)
  await page.goto('/desk/triage')
  await expect(page.getByRole('heading', { name: '待研判' })).toBeVisible()
})
