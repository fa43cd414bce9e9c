import type { Page } from '@playwright/test'
import { act, read, send, upload } from './acts'
import { file } from './filing'
import { expect, look, open, test } from './house'
import { signInDesk, signInNewcomer, workerOf } from './people'

/** A unit of the county decides for units of streets, the hotline's supervisor for the county's. */
const COUNTY = 'zhengwu'
const CITY = 'duban'

async function ticketOf(page: Page, number: string): Promise<string> {
  await page.goto(`/desk/queue?queue=all&q=${number}`)
  await page.getByRole('link', { name: number }).first().click()
  await expect(page.getByRole('heading', { name: '办理时钟' })).toBeVisible()
  return page.url()
}

/** A working day some time from now, as a date input wants it: the first on which the form is not refused. */
function weekday(inDays: number): string {
  const day = new Date(Date.now() + inDays * 86_400_000)
  while ([0, 6].includes(day.getDay())) day.setDate(day.getDate() + 1)
  return day.toISOString().slice(0, 10)
}

const panel = (page: Page) => page.locator('.panel.clock')

test('a clock is stopped with a review, made longer, and its deadline is proven step by step', async ({
  page,
  browser,
}) => {
  await signInNewcomer(page)
  const filed = await file(page, '云栖里小区3栋楼道和外墙贴满了小广告，办证刻章的到处都是，请派人清理。')
  const unit = await workerOf(browser, filed.unit)
  const address = await ticketOf(unit, filed.number)
  await unit.getByRole('button', { name: '受理', exact: true }).click()
  await unit.getByRole('dialog').getByRole('button', { name: /受理/ }).click()
  await expect(panel(unit).getByRole('button', { name: '申请挂账' })).toBeVisible()

  // a review on a day that is over is refused at its field, and nothing that was written is lost
  await panel(unit).getByRole('button', { name: '申请挂账' }).click()
  const ask = unit.getByRole('dialog')
  await ask.getByLabel('原因').fill('高压清洗设备送修，十天后才能取回')
  await ask.getByLabel('后续办理计划').fill('先人工铲除，设备取回当天清洗')
  await ask.getByLabel('复核日').fill('2026-01-05')
  await ask.getByRole('button', { name: '提交申请' }).click()
  await expect(ask.getByText('复核日须是今天以后的工作日')).toBeVisible()
  await look(unit, 'desk-clock-ask')
  await ask.getByLabel('复核日').fill(weekday(10))
  await ask.getByRole('button', { name: '提交申请' }).click()
  await expect(panel(unit).getByText('待审批')).toBeVisible()

  const county = await open(browser)
  await signInDesk(county, COUNTY)
  await county.getByRole('link', { name: '挂账延期' }).click()
  await expect(county.getByRole('heading', { name: '挂账与延期' })).toBeVisible()
  await expect(county.getByText('高压清洗设备送修，十天后才能取回').first()).toBeVisible()
  await look(county, 'desk-deferrals')
  await county.getByLabel('种类').selectOption('EXTENSION')
  await expect(county.getByText('高压清洗设备送修，十天后才能取回')).toHaveCount(0)
  await county.getByLabel('种类').selectOption('')
  await county.getByRole('link', { name: filed.number }).first().click()
  await panel(county).getByRole('button', { name: '同意', exact: true }).click()
  await county.getByRole('dialog').getByLabel('意见').fill('同意，设备取回后立即清洗')
  await county.getByRole('dialog').getByRole('button', { name: /同意/ }).click()
  await expect(panel(county).getByText('停止计时').first()).toBeVisible()
  await look(county, 'desk-clock-paused')

  await page.goto('/my')
  await page.getByText(filed.number).first().click()
  await expect(page.getByText('已挂账，停止计时')).toBeVisible()
  await expect(page.getByText('高压清洗设备送修，十天后才能取回')).toBeVisible()
  await look(page, 'resident-paused')

  await unit.goto(address)
  await panel(unit).getByRole('button', { name: '恢复计时' }).click()
  await unit
    .getByRole('dialog')
    .getByRole('button', { name: /恢复计时/ })
    .click()
  await expect(panel(unit).getByText('计时中')).toBeVisible()

  await panel(unit).getByRole('button', { name: '申请延期' }).click()
  await unit.getByRole('dialog').getByLabel('原因').fill('连日下雨，无法清洗')
  await unit.getByRole('dialog').getByLabel('后续办理计划').fill('雨停后一天内完成')
  await unit.getByRole('dialog').getByRole('button', { name: '提交申请' }).click()
  await expect(panel(unit).getByText('待审批')).toBeVisible()
  await county.goto(address)
  await panel(county).getByRole('button', { name: '同意', exact: true }).click()
  await county.getByRole('dialog').getByRole('button', { name: /同意/ }).click()
  await expect(panel(county).getByText('已延期').first()).toBeVisible()

  await panel(county).locator('summary').click()
  const due = await panel(county).locator('dd').last().innerText()
  await expect(panel(county).locator('.proof li').last()).toContainText(due.slice(-5))
  await look(county, 'desk-clock-proof')
  await panel(county).getByRole('link', { name: '打印计算过程' }).click()
  await expect(county.getByRole('heading', { name: '办理期限计算单' })).toBeVisible()
  await expect(county.locator('.proof .extended')).toHaveCount(1)
  await look(county, 'desk-clock-sheet')
  await county.evaluate(() => localStorage.setItem('mulin.locale', 'en'))
  await county.reload()
  await expect(county.getByRole('heading', { name: 'Reckoning of a deadline' })).toBeVisible()
  await look(county, 'desk-clock-sheet-en')
})

test('the city sees what went up to it, with what was tried, and directs the unit', async ({ page }) => {
  await signInDesk(page, CITY)
  await page.goto('/desk/queue?queue=supervised')
  await expect(page.getByRole('button', { name: '督办', exact: true })).toHaveAttribute('aria-pressed', 'true')
  const first = page.locator('a.number').first()
  await expect(first, 'the demo has late tickets of the county').toBeVisible()
  await first.click()
  await expect(page.getByRole('heading', { name: '升级督办' })).toBeVisible()
  await expect(panel(page).getByText('市级').first()).toBeVisible()
  await expect(panel(page).getByText('此前做过').first()).toBeVisible()
  await panel(page).getByRole('button', { name: '督办', exact: true }).click()
  await page.getByRole('dialog').getByLabel('督办意见').fill('请今天内到现场处理，并向诉求人说明进展。')
  await look(page, 'desk-clock-supervise')
  await page.getByRole('dialog').getByRole('button', { name: /督办/ }).click()
  await expect(page.getByText('请今天内到现场处理，并向诉求人说明进展。')).toBeVisible()
  await look(page, 'desk-clock-escalated')
})

test('what was not solved goes back to its unit, and the level above sees why', async ({ page, browser }) => {
  await signInNewcomer(page)
  const filed = await file(page, '云栖里小区3栋楼道墙上又贴满了开锁小广告，请派人清理。')
  const unit = await workerOf(browser, filed.unit)
  const address = await ticketOf(unit, filed.number)
  const id = address.split('/').pop() ?? ''
  await act(unit, id, 'acceptances', {})
  await act(unit, id, 'resolutions', { words: '已清理', photoIds: [await upload(unit)] })

  await page.goto('/my')
  await page.getByText(filed.number).first().click()
  await page.waitForURL(/\/my\/[0-9a-f-]{36}$/)
  const mine = page.url().split('/').pop() ?? ''
  await send(page, `/api/my/appeals/${mine}/verdicts`, {
    contacted: true,
    solved: false,
    satisfaction: 1,
    version: (await read<{ version: number }>(page, `/api/my/appeals/${mine}`)).version,
  })

  const county = await open(browser)
  await signInDesk(county, COUNTY)
  await county.goto(`/desk/queue?queue=supervised&q=${filed.number}`)
  await expect(county.getByText('未解决退回重办').first()).toBeVisible()
  await look(county, 'desk-supervised-unsolved')
  await county.getByRole('link', { name: filed.number }).first().click()
  await expect(panel(county).getByRole('heading', { name: '升级督办' })).toBeVisible()
  await expect(panel(county).getByText('未解决退回重办')).toBeVisible()
  await expect(county.getByText('重办督办').first()).toBeVisible()
  await look(county, 'desk-clock-unsolved')
  await county.goto('/desk/inbox')
  await expect(county.getByText(filed.number).first()).toBeVisible()
  await look(county, 'desk-inbox-unsolved')
})
