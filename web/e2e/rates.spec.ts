import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, look, open, test } from './house'
import { CLERK, LEADER, newPhone, passwordOf, Person, signInDesk } from './people'

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

test('a unit asks that a ticket be left out, the street agrees, and the rates say so', async ({
  page,
  browser,
  baseURL,
}) => {
  const clerk = await Person.signIn(baseURL ?? '', CLERK, await passwordOf(page, CLERK))
  const community = await Person.signIn(baseURL ?? '', COMMUNITY, await passwordOf(page, COMMUNITY))
  const id = await judged(clerk, community)

  // the community applies on the ticket's page, with evidence
  await signInDesk(page, COMMUNITY)
  await page.goto(`/desk/tickets/${id}`)
  await page.getByRole('button', { name: '申请剔除' }).click()
  const form = page.getByRole('dialog')
  const send = form.getByRole('button', { name: '提交申请' })
  await form.getByLabel('剔除理由').selectOption('untrue')
  await expect(form).toContainText('解决率、满意率')
  await form.getByLabel('情况说明').fill('三晚到场测听，与诉求不符')
  await expect(send).toBeDisabled()
  await form.locator('input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PICTURE })
  await look(page, 'exclusion-apply')
  await send.click()
  await expect(page.locator('.exclusions')).toContainText('待复核')
  await look(page, 'exclusion-ticket')

  // the street decides, with the evidence before its eyes
  const street = await open(browser)
  await signInDesk(street, SUPERVISOR)
  const before = await excludedOn(street)
  await street.goto('/desk/exclusions')
  const row = street.locator('.rows > li', { hasText: '三晚到场测听，与诉求不符' }).first()
  await expect(row.getByRole('button', { name: '查看照片 1' })).toBeVisible()
  await look(street, 'exclusion-list')
  await row.getByRole('button', { name: '同意剔除' }).click()
  const decision = street.getByRole('dialog')
  await expect(decision).toContainText('工单不再计入解决率、满意率')
  await decision.getByLabel('复核意见').fill('记录完整，同意剔除')
  await look(street, 'exclusion-decide')
  await decision.getByRole('button', { name: '确认同意剔除' }).click()
  await expect(row).toContainText('已剔除')
  await street.getByLabel('状态').selectOption('REVOKED')
  await look(street, 'exclusion-revoked')
  await street.getByLabel('理由').selectOption('force-majeure')
  await expect(street.getByText('没有这样的剔除申请')).toBeVisible()

  // the rates say how many, and lead to them
  expect(await excludedOn(street)).toBe(before + 1)
  await street
    .locator('.whole')
    .getByRole('link', { name: /^剔除 \d+ 件$/ })
    .first()
    .click()
  await expect(street.getByRole('heading', { name: '工单队列' })).toBeVisible()
  await expect(street.getByText('解决率剔除').first()).toBeVisible()

  // revoked, it says why beside what the review said
  await street.goto('/desk/exclusions')
  await street.getByLabel('状态').selectOption('UPHELD')
  await row.getByRole('button', { name: '撤销剔除' }).click()
  await street.getByRole('dialog').getByLabel('撤销理由').fill('另两户反映噪声属实')
  await street.getByRole('dialog').getByRole('button', { name: '确认撤销剔除' }).click()
  await expect(row).toContainText('复核意见')
  await expect(row).toContainText('记录完整，同意剔除')
  await expect(row).toContainText('撤销理由')
  await expect(row).toContainText('另两户反映噪声属实')
  await look(street, 'exclusion-revoked-why')
})

const COMMUNITY = 'baihuahu'
const SUPERVISOR = 'ducha'
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** How many tickets the resolution rate of the whole area leaves out. */
async function excludedOn(page: Page): Promise<number> {
  await page.goto('/desk/rates')
  const links = page.locator('.whole').getByRole('link', { name: /^剔除 \d+ 件$/ })
  await expect(page.locator('.whole strong').first()).toBeVisible()
  await look(page, 'exclusion-rates')
  return (await links.count()) ? Number(/\d+/.exec(await links.first().innerText())?.[0] ?? 0) : 0
}

/** A ticket that the community has resolved, and whose resident is not content. */
async function judged(clerk: Person, community: Person): Promise<string> {
  const { unitId } = await community.get<{ unitId: string }>('/api/session')
  const answer = await clerk.ask('/api/tickets', {
    channel: 'HOTLINE',
    caller: { name: '居民', phone: newPhone() },
    words: '云栖里小区旁工地半夜打桩，吵得睡不着',
    place: { areaCode: '360502001001' },
    confidential: false,
    matterCode: 'noise-construction',
    outcome: 'DISPATCH',
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  const id = ((await answer.json()) as { ticketId: string }).ticketId
  const version = async () => (await clerk.get<{ version: number }>(`/api/tickets/${id}`)).version
  await clerk.post(`/api/tickets/${id}/transfers`, { unitId, words: '请社区核实', version: await version() })
  await community.post(`/api/tickets/${id}/acceptances`, { version: await version() })
  const photoIds = [await community.photo()]
  await community.post(`/api/tickets/${id}/resolutions`, { words: '工地已停工', photoIds, version: await version() })
  const { appeals } = await clerk.get<{ appeals: { id: string }[] }>(`/api/tickets/${id}`)
  const call = await clerk.ask(`/api/call-backs/${appeals[0]?.id}/calls`, {})
  const { callId } = (await call.json()) as { callId: string }
  const said = { outcome: 'REACHED', contacted: true, solved: true, satisfaction: 1, words: '还是吵' }
  await clerk.post(`/api/call-backs/calls/${callId}/ends`, said)
  return id
}
