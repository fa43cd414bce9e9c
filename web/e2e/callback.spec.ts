import { expect, look, open, PHONE, SCREEN, settled, test } from './house'
import { CLERK, newPhone, passwordOf, Person, signInDesk } from './people'

const UNIT = 'chengguan'
const WORKER = 'wangge'

interface Seen {
  version: number
  status: string
}

test('a worker files for an old resident, who is then asked by phone', async ({ page, browser, baseURL }) => {
  const phone = newPhone()
  const words = `云栖里小区 ${Date.now() % 1000} 号楼前的窨井盖不见了，老人走路怕摔。`

  // on the worker's phone: with consent, or it cannot be sent
  await page.setViewportSize(PHONE)
  await page.goto('/grid/sign-in')
  await page.getByLabel('用户名').fill(WORKER)
  await page.getByLabel('密码').fill(await passwordOf(page, WORKER))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '上报' }).first().click()
  await page.locator('#words').fill(words)
  await page.getByRole('switch', { name: '代居民登记' }).click()
  await page.getByLabel('居民姓名').fill('欧阳老伯')
  await page.getByLabel('居民电话').fill(phone)
  const send = page.getByRole('button', { name: '提交上报' })
  await expect(send).toBeDisabled()
  await page.getByRole('radio', { name: '录音同意' }).check()
  await send.click()
  await expect(page).toHaveURL(/tickets/)
  const id = page.url().split('/').at(-1) ?? ''

  // the unit that it went to does its work
  const unit = await Person.signIn(baseURL ?? '', UNIT, await passwordOf(page, UNIT))
  const act = async (what: string, body: object) =>
    unit.post(`/api/tickets/${id}/${what}`, { ...body, version: (await unit.get<Seen>(`/api/tickets/${id}`)).version })
  const resolve = async (result: string) => {
    await act('acceptances', {})
    await act('resolutions', { words: result, photoIds: [await unit.photo()] })
  }
  await resolve('已装临时井盖')

  // the hotline calls: nobody answers, then not solved, then solved
  const clerk = await open(browser)
  await clerk.setViewportSize(SCREEN)
  await signInDesk(clerk, CLERK)
  await clerk.goto('/desk/call-backs')
  const row = clerk.locator('.rows > li', { hasText: words.slice(0, 12) })
  const call = async () => {
    await clerk.goto('/desk/call-backs')
    for (const more = clerk.getByRole('button', { name: '加载更多' }); !(await row.isVisible()); await settled(clerk)) {
      await settled(clerk)
      if (await row.isVisible()) break
      await more.click()
    }
    await row.getByRole('button', { name: '拨打' }).click()
    return clerk.getByRole('dialog')
  }
  const first = await call()
  await expect(first.getByRole('link', { name: phone })).toBeVisible()
  await expect(first).toContainText('已装临时井盖')
  await first.getByRole('radio', { name: '无人接听' }).check()
  await first.getByRole('button', { name: '登记结果' }).click()
  await expect(row).toContainText('已拨 1 次')
  await look(clerk, 'callback-list')

  const answer = async (solved: boolean) => {
    const dialog = await call()
    await dialog.getByRole('radio', { name: '已接通，愿意评价' }).check()
    await dialog.getByRole('radio').nth(4).check()
    await dialog
      .getByRole('radio')
      .nth(solved ? 6 : 7)
      .check()
    await dialog.getByRole('radio', { name: solved ? '5 分' : '2 分' }).check()
    await dialog.getByLabel('居民的话').fill(solved ? '换好了，谢谢。' : '临时的还是晃。')
    if (!solved) await look(clerk, 'callback-call')
    await dialog.getByRole('button', { name: '登记结果' }).click()
    await expect(dialog).toBeHidden()
  }
  await answer(false)
  expect((await unit.get<Seen>(`/api/tickets/${id}`)).status).toBe('DISPATCHED')
  await resolve('已换新井盖')
  await answer(true)
  expect((await unit.get<Seen>(`/api/tickets/${id}`)).status).toBe('CLOSED')

  await clerk.getByRole('button', { name: '回访记录' }).click()
  await expect(clerk.locator('.log li').first()).toContainText('换好了，谢谢。')
  await look(clerk, 'callback-log')
  await clerk.goto(`/desk/tickets/${id}`)
  await expect(clerk.getByText('居民录音同意')).toBeVisible()
  await expect(clerk.getByText(/电话回访——联系/).first()).toBeVisible()
})
