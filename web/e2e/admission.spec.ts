import { randomUUID } from 'node:crypto'
import type { Page, Route } from '@playwright/test'
import { expect, look, open, test } from './house'
import { ADMINISTRATOR, passwordOf, Person, signInDesk } from './people'

const DEPARTMENT = 'chengguan'
const STREET = 'jiedao'
const COUNTY = 'qingdan2'
const CITY = 'qingdan'
const COMMUNITIES = 12
const VETOES = 9
/** What waits is tried again every 15 s. */
const SENT_ms = 40_000
const DAY_ms = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_ms + 8 * 3_600_000).toISOString().slice(0, 10)

async function vote(voter: Person, id: string, veto: boolean): Promise<void> {
  const { version } = await voter.get<{ version: number }>(`/api/admission/requests/${id}`)
  const words = veto ? '人手不够，也不是社区的职责。' : ''
  await voter.post(`/api/admission/requests/${id}/votes`, { veto, words, version })
}

/** A clerk of the community, made for this journey by the administrator. */
async function clerkOf(baseURL: string, administrator: Person, post: string): Promise<Person> {
  const username = `sq${randomUUID().slice(0, 8)}`
  const account = { username, displayName: '社区工单员', postCode: post, initialPassword: 'First-2026-mulin' }
  await administrator.post('/api/accounts', account)
  const person = await Person.signIn(baseURL, username, account.initialPassword)
  await person.post('/api/password-changes', { current: account.initialPassword, next: 'Own-2026-mulin' })
  return person
}

async function signedIn(page: Page, username: string): Promise<Page> {
  await signInDesk(page, username)
  return page
}

test('a request with funds is vetoed by 9 of 12 communities, reduced, accepted and expires', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(480_000)
  const base = baseURL ?? ''
  const title = `楼道整治动员 ${Date.now() % 100_000}`
  const administrator = await Person.signIn(base, ADMINISTRATOR, await passwordOf(page, ADMINISTRATOR))

  // the department looks at the list and asks for what is not on it
  await signInDesk(page, DEPARTMENT)
  await page.getByRole('link', { name: '社区准入' }).click()
  await expect(page.getByRole('heading', { name: '准入清单' })).toBeVisible()
  await expect(page.getByText('居民楼院消防安全检查').first()).toBeVisible()
  await look(page, 'admission-list')
  await page.getByRole('button', { name: '应用平台' }).click()
  await page.getByRole('button', { name: '消防安全巡查小程序' }).click()
  await expect(page.getByText('请并入一个入口')).toBeVisible()
  await look(page, 'admission-app')
  await page.getByRole('button', { name: '关闭此对话框' }).or(page.locator('.el-dialog__headerbtn')).first().click()
  await page.getByRole('link', { name: '提出申请' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('事项名称').fill(title)
  await form.getByLabel('工作内容').fill('每周统计各户小程序注册率，入户动员清理楼道。')
  await form.getByLabel('法律法规依据').fill('《城市市容和环境卫生管理条例》')
  await form.getByLabel('次数上限').fill('4')
  await form.getByLabel('每次工时（小时）').fill('6')
  await form.getByLabel('每年经费（元）').fill('20000')
  const boxes = form.locator('.choices .el-checkbox')
  await expect(boxes.first()).toBeVisible()
  const chosen: string[] = []
  for (let at = 0; at < COMMUNITIES; at++) {
    await boxes.nth(at).click()
    chosen.push(((await boxes.nth(at).textContent()) ?? '').trim())
  }
  await expect(form.getByText(`已选 ${COMMUNITIES} 个社区`)).toBeVisible()
  await form.getByRole('button', { name: '提交申请' }).click()
  await expect(form.getByText('不得以注册量')).toBeVisible()
  await look(page, 'admission-request-form')
  await form.getByLabel('工作内容').fill('每周入户动员清理楼道，建立一户一档。')
  await form.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  const id = page.url().split('/').at(-1) ?? ''
  const address = `/desk/admission/requests/${id}`

  // twelve communities vote: two at their screens, ten beside them
  const codes = ['c-360502001002', 'c-360502001003', 'c-360502001004', 'c-360502001005', 'c-360502001006'].concat([
    'c-360502001008',
    'c-360502001009',
    'c-360502001010',
    'c-360502001011',
    'c-360502001060',
  ])
  const clerks: Person[] = []
  for (const code of codes) clerks.push(await clerkOf(base, administrator, `${code}-clerk`))
  expect(chosen).toHaveLength(clerks.length + 2)
  for (const [at, clerk] of clerks.entries()) await vote(clerk, id, at < VETOES - 1)
  const baihuahu = await signedIn(await open(browser), 'baihuahu')
  await baihuahu.goto('/desk/admission/requests')
  await expect(baihuahu.getByText('待我办理').first()).toBeVisible()
  await look(baihuahu, 'admission-requests')
  await baihuahu.goto(address)
  await baihuahu.getByLabel('意见').fill('社区七个人，每周四次做不了；一户一档没有用处。')
  await look(baihuahu, 'admission-vote')
  await baihuahu.getByRole('button', { name: '行使否决权' }).click()
  await expect(baihuahu.getByText('表态后不能更改、不能撤回')).toBeVisible()
  await baihuahu.getByRole('dialog').getByRole('button', { name: '行使否决权' }).click()
  await expect(baihuahu.getByRole('button', { name: '行使否决权' })).toBeHidden()
  const kuixinglu = await signedIn(await open(browser), 'kuixinglu')
  await kuixinglu.goto(address)
  await kuixinglu.getByRole('button', { name: '不否决', exact: true }).click()
  await kuixinglu.getByRole('dialog').getByRole('button', { name: '不否决', exact: true }).click()
  await expect(kuixinglu.getByText('12 / 12 已表态，9 个否决').first()).toBeVisible()
  await expect(kuixinglu.getByText('社区否决').first()).toBeVisible()
  await look(kuixinglu, 'admission-vetoed')

  // not lighter: refused; lighter: voted on again, by all with yes
  await page.goto(address)
  await page.getByRole('button', { name: '减量重报' }).click()
  const again = page.getByRole('dialog')
  await again.getByLabel('修改说明').fill('改为每月一次，只通知不建档。')
  await again.getByRole('button', { name: '提交申请' }).click()
  await expect(again.getByText('重报须减量')).toBeVisible()
  await again.getByLabel('每', { exact: true }).selectOption('MONTH')
  await again.getByLabel('次数上限').fill('1')
  await again.getByLabel('工作内容').fill('每月一次张贴通知，清运车到小区门口。')
  await look(page, 'admission-resubmit')
  await again.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByText('第 2 轮').first()).toBeVisible()
  for (const clerk of clerks) await vote(clerk, id, false)
  for (const community of [baihuahu, kuixinglu]) {
    await community.goto(address)
    await community.getByRole('button', { name: '不否决', exact: true }).click()
    await community.getByRole('dialog').getByRole('button', { name: '不否决', exact: true }).click()
    await expect(community.locator('#main').getByRole('button', { name: '不否决', exact: true })).toBeHidden()
  }

  // street and county; the city's keeper agrees to the list's new version
  const street = await signedIn(await open(browser), STREET)
  await street.goto(address)
  await street.getByLabel('意见').fill('同意上报。')
  await street.getByRole('button', { name: '同意，报区县审定' }).click()
  await expect(street.getByText('区县审定').first()).toBeVisible()
  const county = await signedIn(await open(browser), COUNTY)
  await county.goto(address)
  await county.getByLabel('意见').fill('同意试行。')
  await county.getByLabel('准入至').fill(dayFromNow(1))
  await look(county, 'admission-decide')
  await county.getByRole('button', { name: '准予准入，列入清单' }).click()
  // the whole pack is checked with the new row in it
  await expect(county.getByText('待市级清单管理员复核发布')).toBeVisible({ timeout: 60_000 })
  const city = await Person.signIn(base, CITY, await passwordOf(page, CITY))
  const { draftId } = await city.get<{ draftId: string }>(`/api/admission/requests/${id}`)
  const keeper = await signedIn(await open(browser), CITY)
  await keeper.goto(`/desk/policy/drafts/${draftId}`)
  await expect(keeper.getByText(title).first()).toBeVisible()
  await keeper.getByRole('button', { name: '批准并发布' }).click()
  await keeper.getByRole('dialog').getByRole('button', { name: '批准并发布' }).click()
  await expect(keeper.getByText(/已发布为第 \d+ 版/).first()).toBeVisible()
  await county.reload()
  await expect(county.getByText(/已列入清单（第 \d+ 版）/)).toBeVisible()

  // now it can be sent, once a month
  await page.goto('/desk/admission/tasks')
  const send = async () => {
    await page.getByRole('button', { name: '下达任务', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('准入事项').selectOption({ label: title })
    await dialog.getByLabel('任务名称').fill(`${title} 通知`)
    await dialog.getByLabel('任务要求').fill('张贴通知，清运车周六上午到。')
    await dialog.getByText('百花湖社区居民委员会').click()
    return dialog
  }
  const first = await send()
  await look(page, 'admission-send')
  await first.getByRole('button', { name: '确认下达' }).click()
  await expect(page.getByText('任务已下达')).toBeVisible()
  const second = await send()
  await second.getByRole('button', { name: '确认下达' }).click()
  await expect(second.getByText('本期次数已满')).toBeVisible()
  await second.getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('link', { name: `${title} 通知` })).toBeVisible()
  await look(page, 'admission-tasks')

  // the community receives it, does it, and says how long it took
  await baihuahu.goto('/desk/admission/tasks')
  await baihuahu.getByRole('link', { name: `${title} 通知` }).click()
  await baihuahu.getByRole('button', { name: '签收' }).click()
  await baihuahu.getByLabel('完成情况').fill('已张贴 12 处。')
  await baihuahu.getByLabel('实际用时（小时）').fill('2.5')
  await look(baihuahu, 'admission-task')
  await baihuahu.getByRole('button', { name: '反馈完成情况' }).click()
  await expect(baihuahu.getByText('2.5 小时').first()).toBeVisible()

  // what it carries: a chore in two taps, and the meter
  await baihuahu.goto('/desk/admission/burden')
  await baihuahu.getByRole('button', { name: '记非职责事务' }).click()
  await baihuahu.getByRole('button', { name: '寻找走失宠物' }).click()
  await look(baihuahu, 'admission-chore')
  await baihuahu.getByRole('button', { name: '0.5 小时' }).click()
  await expect(baihuahu.getByText('已记录：寻找走失宠物，0.5 小时')).toBeVisible()
  await baihuahu.locator('.el-dialog__headerbtn').click()
  await baihuahu.getByRole('button', { name: /职责外事务/ }).click()
  await expect(baihuahu.getByText('寻找走失宠物').first()).toBeVisible()
  await look(baihuahu, 'admission-burden')
  await street.goto('/desk/admission/burden')
  await expect(street.getByText('谁在承担').first()).toBeVisible()
  await look(street, 'admission-burden-street')
  await street.evaluate(() => localStorage.setItem('mulin.locale', 'en'))
  await street.reload()
  await expect(street.getByRole('heading', { name: 'Burden', exact: true })).toBeVisible()
  await look(street, 'admission-burden-en')

  // its last day passes
  await administrator.post('/api/demo/days', { ahead: 3 })
  try {
    await expect(async () => {
      await page.goto(address)
      await expect(page.getByText('已到期').first()).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 90_000 })
    await look(page, 'admission-expired')
    const department = await Person.signIn(base, DEPARTMENT, await passwordOf(page, DEPARTMENT))
    const { request: seen } = await department.get<{ request: { number: string } }>(`/api/admission/requests/${id}`)
    const [community] = await department.get<{ unitId: string }[]>('/api/admission/sendable-communities')
    const refused = await department.ask('/api/admission/sendings', {
      itemCode: seen.number,
      title: '再办一次',
      words: '再办一次',
      dueDay: dayFromNow(9),
      forms: 0,
      unitIds: [community?.unitId],
    })
    expect(refused.status()).toBe(422)
    expect(((await refused.json()) as { code: string }).code).toBe('admission-expired')
  } finally {
    await administrator.post('/api/demo/days', { ahead: 0 })
  }
})

test('a grid worker records a chore in two taps, and what is not sent yet is sent once', async ({ page, context }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto('/grid/sign-in')
  await page.getByLabel('用户名').fill('wangge')
  await page.getByLabel('密码').fill(await passwordOf(page, 'wangge'))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByRole('link', { name: '记非职责事务' }).click()
  await page.getByRole('button', { name: '代购、代取、跑腿' }).click()
  await look(page, 'grid-chore')
  await page.getByRole('button', { name: '1 小时', exact: true }).click()
  await expect(page.getByText('已记录：代购、代取、跑腿，1 小时')).toBeVisible()

  // without a connection it is kept and seen to wait; with one it goes by itself
  const record = async (words: string) => {
    await page.getByRole('button', { name: '代购、代取、跑腿' }).click()
    await page.getByLabel('说明（可不填）').fill(words)
    await page.getByRole('button', { name: '0.5 小时', exact: true }).click()
    await expect(page.getByText('已保存在本机，网络恢复后自动发送：代购、代取、跑腿，0.5 小时')).toBeVisible()
    await expect(page.getByText('1 件待发送，网络恢复后自动发送')).toBeVisible()
  }
  const kept = async (words: string) => {
    await expect(page.getByText('1 件待发送')).toHaveCount(0, { timeout: SENT_ms })
    const answer = await page.request.get('/api/admission/chores?limit=100')
    const { items } = (await answer.json()) as { items: { words: string }[] }
    expect(items.filter(one => one.words === words)).toHaveLength(1)
  }
  const alone = `帮独居老人取药 ${Date.now()}`
  await context.setOffline(true)
  await record(alone)
  await look(page, 'grid-chore-kept')
  await context.setOffline(false)
  await kept(alone)

  // the answer is lost on the way: the same key goes again, and nothing is recorded twice
  const twice = `帮独居老人缴费 ${Date.now()}`
  let lost = 0
  const loses = async (route: Route) => {
    lost += (await route.fetch()).ok() ? 1 : 0
    await route.abort()
  }
  await page.route('**/api/admission/chores', loses, { times: 1 })
  await record(twice)
  expect(lost).toBe(1)
  await kept(twice)
})
