import type { Page } from '@playwright/test'
import { expect, look, open, test } from './house'
import { CLERK, newPhone, passwordOf, Person, signInDesk } from './people'

const COMMUNITY = 'baihuahu'
const SUPERVISOR = 'ducha'
/** In words that no other run has said: of two that say the same either may be the evidence. */
const promise = () =>
  `您反映的问题我们高度重视，将尽快协调施工单位整改，预计下月完成，档号${[...newPhone()].map(digit => '零一二三四五六七八九'[Number(digit)]).join('')}。`

test('a supervisor works the queue of closures: sees the evidence, decides, sends back, and the signs are measured', async ({
  page,
  browser,
  baseURL,
}) => {
  const clerk = await Person.signIn(baseURL ?? '', CLERK, await passwordOf(page, CLERK))
  const community = await Person.signIn(baseURL ?? '', COMMUNITY, await passwordOf(page, COMMUNITY))
  const words = promise()
  const first = await resolved(clerk, community, words)
  const second = await resolved(clerk, community, `您好！${words}`)

  await signInDesk(page, SUPERVISOR)
  await page.goto('/desk/honesty')
  await expect(page.getByRole('heading', { name: '办结核查' })).toBeVisible()
  await page.getByRole('combobox', { name: '疑点' }).selectOption('COPIED_REPLY')
  const row = page.locator('.rows > li', { hasText: second.number })
  await expect(async () => {
    await page.getByLabel('状态').selectOption('')
    await page.getByLabel('状态').selectOption('WAITING')
    await expect(row).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(row).toContainText('以承诺代结果')
  await look(page, 'honesty-list')

  // the reply beside the other one that says the same
  await row.getByRole('link', { name: '查看依据' }).click()
  await expect(page.getByText('工地半夜打桩')).toBeVisible()
  await expect(page.locator('.reply')).toContainText('将尽快协调施工单位整改')
  const copied = page.locator('.sign', { hasText: '答复雷同' })
  await expect(copied.locator('blockquote')).toContainText('将尽快协调施工单位整改')
  await expect(copied.getByRole('link', { name: first.number })).toBeVisible()
  await look(page, 'honesty-case')

  // not solved: back to the unit, in the same step
  const form = page.locator('form.panel')
  const save = form.getByRole('button', { name: '提交结论' })
  await expect(save).toBeDisabled()
  await form.getByRole('button', { name: '真未解决' }).click()
  await form.getByLabel('核实情况').fill('夜间到场，工地仍在打桩')
  await expect(form.getByLabel('同时退回承办单位重办')).toBeChecked()
  await look(page, 'honesty-verdict')
  await page.reload()
  await form.getByRole('button', { name: '真未解决' }).click()
  await expect(form.getByLabel('核实情况'), 'what was typed is kept').toHaveValue('夜间到场，工地仍在打桩')
  await save.click()
  await expect(form).toContainText('真未解决')
  await expect(page.getByText('工单已退回承办单位')).toBeVisible()
  await page.getByRole('link', { name: second.number }).first().click()
  await expect(page.getByText('待受理').first()).toBeVisible()

  // solved after all: the sign was wrong, and its precision says so
  await page.goto('/desk/honesty')
  await page.getByRole('combobox', { name: '疑点' }).selectOption('PROMISE_ONLY')
  const other = page.locator('.rows > li', { hasText: first.number })
  await other.getByRole('link', { name: '查看依据' }).click()
  await form.getByRole('button', { name: '已解决' }).click()
  await save.click()
  await expect(form).toContainText('已解决')
  await page.getByRole('button', { name: '下一件待复核' }).click()
  await page.goto('/desk/honesty')
  await page.getByLabel('状态').selectOption('SOLVED')
  await expect(page.locator('.rows > li', { hasText: first.number })).toBeVisible()
  const precision = page.getByRole('row', { name: /以承诺代结果/ })
  await expect(precision).toContainText('%')
  await page.getByRole('combobox', { name: '疑点' }).selectOption('PHOTO_FAR')
  await expect(page.getByText('没有符合条件的办结')).toBeVisible()
  await look(page, 'honesty-precision')

  await forbidden(await open(browser))
})

/** Whoever may not review is not led there. */
async function forbidden(page: Page): Promise<void> {
  await signInDesk(page, COMMUNITY)
  await expect(page.getByRole('link', { name: '办结核查' })).toHaveCount(0)
  await page.goto('/desk/honesty')
  await expect(page.getByRole('heading', { name: '办结核查' })).toHaveCount(0)
}

/** A ticket that the community has reported done in these words. */
async function resolved(clerk: Person, community: Person, words: string): Promise<{ id: string; number: string }> {
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
  const ticket = () => clerk.get<{ version: number; number: string }>(`/api/tickets/${id}`)
  const version = async () => (await ticket()).version
  await clerk.post(`/api/tickets/${id}/transfers`, { unitId, words: '请社区核实', version: await version() })
  await community.post(`/api/tickets/${id}/acceptances`, { version: await version() })
  await community.post(`/api/tickets/${id}/resolutions`, {
    words,
    photoIds: [await community.photo()],
    version: await version(),
  })
  return { id, number: (await ticket()).number }
}
