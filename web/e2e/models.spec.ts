import type { Page } from '@playwright/test'
import { expect, look, open, test } from './house'
import { CLERK, passwordOf, Person, signInDesk, signInNewcomer } from './people'

const KEEPER = 'yanpan'

interface Service {
  waiting: boolean
  serving: { version: number }
}
interface Cards {
  items: { version: number; state: string; corrections: number }[]
}

/** Goes down the queue to the first ticket that the machine has a guess for; one it knows nothing of has no key. */
async function guessed(page: Page): Promise<void> {
  const panel = page.locator('.triage-panel')
  await expect(async () => {
    await expect(panel.locator('.suggestions, .none').first()).toBeVisible()
    if (await panel.locator('.suggestions kbd').count()) return
    await page.keyboard.press('ArrowDown')
    throw new Error('no guess here: the next one')
  }).toPass()
}

test('a clerk corrects, the city learns, and the keeper of the models puts an earlier one back', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const keeper = await Person.signIn(baseURL ?? '', KEEPER, await passwordOf(page, KEEPER))
  const service = async () => (await keeper.get('/api/models/service')) as Service
  await expect.poll(async () => (await service()).waiting, { timeout: 120_000, intervals: [2_000] }).toBe(false)
  const newest = async () => ((await keeper.get('/api/models?limit=1')) as Cards).items[0]
  const before = await newest()

  // a clerk takes the machine's first guess by one key
  const resident = await open(browser)
  await signInNewcomer(resident)
  await resident.goto('/')
  await resident.locator('#words').fill('广场上的音响太响，树下还有人烧烤。')
  await resident.getByRole('button', { name: '提交诉求' }).click()
  await expect(resident.getByRole('heading', { name: '您的诉求已收到' })).toBeVisible()
  await signInDesk(page, CLERK)
  await page.goto('/desk/triage')
  await guessed(page)
  await look(page, 'desk-triage')
  const number = await page.locator('[aria-current] .number').innerText()
  await page.keyboard.press('1')
  await expect(page.locator('.el-message')).toContainText(number)
  await page.getByRole('button', { name: '退出登录' }).click()

  // the next model has learnt it, with its card: tried, it serves or is refused
  await expect
    .poll(async () => (await newest())?.version, { timeout: 120_000, intervals: [2_000] })
    .toBeGreaterThan(before?.version ?? 0)
  expect((await newest())?.corrections).toBeGreaterThan(before?.corrections ?? 0)
  const after = (await service()).serving.version
  await signInDesk(page, KEEPER)
  await page.goto('/desk/models')
  await expect(page.getByRole('heading', { name: '研判模型', level: 1 })).toBeVisible()
  await expect(page.locator('.service')).toContainText(`${after} 号模型`)
  await expect(page.getByRole('heading', { name: '每月研判质量' })).toBeVisible()
  await expect(page.locator('.months tbody tr').first()).toBeVisible()
  await page.getByText('统计口径').click()
  await look(page, 'desk-models')

  const card = page.locator('.card', { has: page.getByRole('button', { name: '回退到此模型' }) }).first()
  const earlier = /^\d+/.exec(await card.getByRole('heading').innerText())?.[0]
  await card.getByRole('button', { name: '与在用模型比较' }).click()
  await expect(page.getByRole('dialog')).toContainText(`${earlier} 号与在用的 ${after} 号模型`)
  await look(page, 'desk-models-compare')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()

  await card.getByRole('button', { name: '回退到此模型' }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: '确认回退' })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel('回退原因').fill('新模型把找人的话都当成一件事，先用回原来的')
  await look(page, 'desk-models-back')
  await confirm.click()
  await expect(page.locator('.el-message')).toContainText(`现由 ${earlier} 号模型研判`)
  await expect(page.locator('.service')).toContainText(`${earlier} 号模型`)
  await page.getByRole('button', { name: '已回退' }).click()
  await expect(page.locator('.cards')).toContainText('新模型把找人的话都当成一件事')
  await expect(page.locator('.cards')).toContainText(`${after} 号模型`)
  expect((await service()).serving.version).toBe(Number(earlier))

  await page.evaluate(() => localStorage.setItem('mulin.locale', 'en'))
  await page.goto('/desk/models')
  await expect(page.getByRole('heading', { name: 'Triage models' })).toBeVisible()
  await expect(page.locator('.months tbody tr').first()).toBeVisible()
  await look(page, 'desk-models-en')
})
