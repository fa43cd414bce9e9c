import { expect, look, test } from './house'
import { CLERK, newPhone, passwordOf, Person, signInDesk, signInNewcomer } from './people'

/** The street's coordinator calls units together. */
const COORDINATOR = 'jiedao3'
const COMMUNITY = '360502001001'

test('neighbours are joined while typing; the hot issue is found, explained, merged and whistled', async ({
  page,
  baseURL,
}) => {
  const clerk = await Person.signIn(baseURL ?? '', CLERK, await passwordOf(page, CLERK))
  const name = invented()
  for (const words of said(name)) await report(clerk, words)

  // a resident who writes the same is offered to join, and sees nobody's words
  await signInNewcomer(page)
  await page.goto(`/?area=${COMMUNITY}`)
  await page.locator('#words').fill(`${name}沙场晚上还在加工石料，噪音大得睡不着觉，请管一管。`)
  const offer = page.locator('.join')
  await expect(offer).toContainText(/\d+ 位邻居反映过/)
  await expect(offer).not.toContainText(name)
  await look(page, 'resident-join-offer')
  await offer.getByRole('button', { name: '加入他们' }).first().click()
  await expect(offer).toContainText('提交后并入邻居的工单')
  await page.getByRole('button', { name: '提交诉求' }).click()
  await expect(page.getByRole('heading', { name: /您已加入 \d+ 位邻居的诉求/ })).toBeVisible()

  // the street finds it among the hot issues, with the reason why it stands there
  await signInDesk(page, COORDINATOR)
  await page.goto('/desk/hot')
  const card = page.locator('.hot', { hasText: '加工石料' })
  await expect(card).toBeVisible()
  await expect(card).toContainText('附议 1 条')
  await card.getByText('怎么算的').click()
  await expect(card).toContainText(/\d+ 人 × 1/)
  await card.getByRole('button', { name: '查看工单' }).click()
  await expect(card.locator('.tickets li').first()).toBeVisible()
  await look(page, 'desk-hot')
  await page.getByRole('button', { name: '仅看未办结' }).click()
  await expect(card).toBeVisible()

  // the hotline's dispatcher makes one ticket of them; the oldest is proposed to go on
  await signInDesk(page, CLERK)
  await page.goto('/desk/hot')
  await card.getByRole('button', { name: '并单' }).click()
  const dialog = page.getByRole('dialog', { name: '并单' })
  await expect(dialog.getByRole('radio')).toHaveCount(5)
  await expect(dialog.getByRole('radio').first()).toBeChecked()
  await look(page, 'desk-merge')
  await dialog.getByRole('checkbox', { name: /我已核对/ }).check()
  await expect(dialog.getByRole('button', { name: '把 4 件并入主单' })).toBeDisabled()
  await dialog.getByLabel('并单理由').fill('同一沙场夜间加工')
  await dialog.getByRole('button', { name: '把 4 件并入主单' }).click()
  await expect(dialog).toBeHidden()
  await expect(card).toContainText('1 件工单')
  await expect(card).toContainText('附议 5 条')
  await card.getByRole('button', { name: '查看工单' }).click()
  await card.locator('.tickets a').first().click()
  await expect(page.locator('.held a')).toHaveCount(4)
  await expect(page.locator('.timeline, .entries, main').first()).toContainText('反映同一问题')
  await look(page, 'desk-ticket-kept')
  await page.locator('.held a').first().click()
  await expect(page.getByText('本工单已并入工单')).toBeVisible()
  await look(page, 'desk-ticket-merged')

  // the street calls departments to it
  await signInDesk(page, COORDINATOR)
  await page.goto('/desk/hot')

  // one click takes the unfinished tickets into a whistle
  await card.getByRole('link', { name: '吹哨联合处置' }).click()
  await expect(page).toHaveURL(/whistles\/new\?tickets=/)
  await look(page, 'desk-hot-whistle')
})

test('a period without hot issues says so', async ({ page }) => {
  await signInDesk(page, COORDINATOR)
  await page.goto('/desk/hot?from=2020-01-01&to=2020-01-31')
  await expect(page.getByText(/没有满 3 人反映的同一件事/)).toBeVisible()
  await look(page, 'desk-hot-empty')
})

/** A name that no other run has used, so that each finds its own issue. */
function invented(): string {
  const letters = '峦岫珩璟翊霁禾澜筠芷鹭鸢槿楸榆槐'
  return Array.from({ length: 3 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')
}

function said(name: string): string[] {
  return [
    `${name}沙场夜里加工石料，噪音很大，住户睡不着觉`,
    `${name}沙场晚上还在加工石料，噪音扰民，请处理`,
    `投诉${name}沙场夜间加工石料噪音大，老人睡不着`,
    `我家旁边${name}沙场天天晚上加工石料，噪音吵得睡不着`,
    `${name}沙场半夜加工石料，噪音何时能停`,
  ]
}

async function report(clerk: Person, words: string): Promise<void> {
  const answer = await clerk.ask('/api/tickets', {
    channel: 'HOTLINE',
    caller: { name: '居民', phone: newPhone() },
    words,
    place: { areaCode: COMMUNITY },
    confidential: false,
    matterCode: 'noise-construction',
    outcome: 'DISPATCH',
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}
