import type { Browser, Page } from '@playwright/test'
import { act, photo, read, seen, send, upload, type Json } from './acts'
import { tapMap } from './filing'
import { expect, look, open, PHONE, SCREEN, test } from './house'
import { CLERK, enterByPhone, LEADER, newPhone, passwordOf, Person, signInDesk } from './people'

const COMMUNITY = 'baihuahu'
const STREET = 'jiedao3'
/** Departments that are called: culture leads, the market inspectors come late. */
const CULTURE = 'wenlv'
const CITY = 'chengguan'
const POLICE = 'gongan'
const MARKET = 'shichang'

type Line = { rates: { kind: string; k: number; n: number }[] }
type Call = { id: string; mine: boolean; version: number; status: string; unit: { id: string; name: string } }
type Whistle = { id: string; version: number; status: string; calls: Call[] }

async function enter(browser: Browser, who: string): Promise<Page> {
  const page = await open(browser)
  await signInDesk(page, who)
  return page
}

/** Does something about the own call as it is now. */
async function own(page: Page, whistleId: string, what: string, body: Json): Promise<void> {
  const whistle = await read<Whistle>(page, `/api/whistles/${whistleId}`)
  const call = whistle.calls.find(one => one.mine)
  await send(page, `/api/whistles/${whistleId}/calls/${call?.id}/${what}`, { ...body, version: call?.version })
}
async function comes(page: Page, whistleId: string): Promise<void> {
  await own(page, whistleId, 'confirmations', {})
  await own(page, whistleId, 'delegates', { name: '值班组长', phone: '12900009911' })
  await own(page, whistleId, 'check-ins', { lon: 114.931, lat: 27.801, photoIds: [await upload(page)] })
  await own(page, whistleId, 'promises', { done: '已到场劝导', promise: '每晚值守', promisedOn: day(7) })
}
const day = (ahead: number) =>
  new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** A full minute in one to two minutes, as the form’s field writes it: time for two departments to come. */
function soon(): { field: string; at: number } {
  const at = Math.ceil((Date.now() + 60_000) / 60_000) * 60_000
  const field = new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16).replace(' ', 'T')
  return { field, at }
}

const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
async function confirm(page: Page, name: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^(确认)?${name}$`) })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('noise from a night market: five residents, a kick-back refused, four departments, one late', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(420_000)
  await page.setViewportSize(SCREEN)
  const leader = await Person.signIn(baseURL ?? '', LEADER, await passwordOf(page, LEADER))
  const judged = async () => {
    const query = `by=UNIT&q=${encodeURIComponent('百花湖社区居民委员会')}`
    const { items } = await leader.get<{ items: Line[] }>(`/api/insight/rates?${query}`)
    return items[0]?.rates.find(rate => rate.kind === 'RESOLUTION')
  }
  const before = await judged()
  const author = newPhone()
  const resident = await open(browser)
  await resident.goto('/sign-in')
  await enterByPhone(resident, author)

  // Five residents call; it is one ticket.
  await signInDesk(page, CLERK)
  const place = { areaCode: '360502001001' }
  const first = { channel: 'HOTLINE', place, confidential: false }
  const receipt = await send<{ ticketId: string }>(page, '/api/tickets', {
    ...first,
    caller: { name: '李女士', phone: author },
    words: '云栖里小区东门夜市的酒吧音响吵到凌晨两点，孩子没法睡',
    matterCode: 'noise-bar',
    outcome: 'DISPATCH',
  })
  const id = receipt.ticketId
  for (const words of ['夜市太吵了', '烧烤摊划拳到半夜', '音响震得窗户响', '天天吵，睡不着']) {
    await act(page, id, 'appeals', { ...first, caller: { name: '居民', phone: newPhone() }, words })
  }

  // The unit kicks it back by another entry; the street refuses.
  const culture = await enter(browser, CULTURE)
  await act(culture, id, 'returns', {
    reasonCode: 'not-our-duty',
    dutyEntry: 'noise-shop@county',
    matterCode: 'noise-shop',
    words: '系占道摊贩叫卖，应由城管负责',
  })
  const street = await enter(browser, STREET)
  await street.goto('/desk/joint?tab=objections')
  const row = street.locator('.rows > li', { hasText: (await seen(street, id)).number })
  await expect(row).toContainText('待复核')
  await look(street, 'joint-objections')
  await row.getByRole('button', { name: '不成立' }).click()
  await street.getByLabel('意见').fill('酒吧噪声依清单由文旅主责，请继续办理')
  await confirm(street, '不成立')
  await expect(street.locator('.rows > li', { hasText: (await seen(street, id)).number })).toContainText('不成立')
  expect((await seen(culture, id)).status).toBe('DISPATCHED')

  // The street orders who works for the place or in its area, nobody else.
  await street.goto(`/desk/tickets/${id}`)
  await step(street, '下达指挥令').click()
  const called = street.getByRole('dialog').getByRole('combobox', { name: '受令部门' })
  await called.fill('城管')
  await expect(street.getByRole('option').filter({ visible: true }).first()).toBeVisible()
  await look(street, 'joint-order')
  await called.fill('城北街道办事处')
  await expect(street.getByRole('option', { name: '城北街道办事处' })).toBeHidden()
  await street.keyboard.press('Escape')

  // The community takes it up, cannot do it alone and blows the whistle.
  const community = await enter(browser, COMMUNITY)
  const session = await read<{ unitId: string }>(community, '/api/session')
  const like = await send<{ ticketId: string }>(page, '/api/tickets', {
    ...first,
    caller: { name: '王先生', phone: newPhone() },
    words: '夜市酒吧音响半夜还在响，隔壁楼也睡不着',
    matterCode: 'noise-bar',
    outcome: 'DISPATCH',
  })
  for (const one of [id, like.ticketId]) {
    await act(page, one, 'transfers', { unitId: session.unitId, words: '请社区先行，必要时吹哨' })
    await act(community, one, 'acceptances', {})
  }

  // Moved to it past its duty: the community's own meter shows both.
  await community.goto('/desk/admission/burden')
  await community.getByRole('button', { name: /职责外诉求/ }).click()
  const { number } = await seen(community, id)
  const moved = community.locator('li', { hasText: number })
  await expect(moved).toContainText('百花湖社区居民委员会')
  await look(community, 'joint-burden')
  await moved.getByRole('link', { name: number }).click()
  await expect(step(community, '吹哨')).toBeVisible()

  // Both are whistled together, from the queue; the first that is chosen leads.
  await community.goto('/desk/queue?q=夜市&sort=-opened')
  for (const one of [number, (await seen(community, like.ticketId)).number])
    await community.getByRole('checkbox', { name: `选择工单 ${one}` }).check()
  await look(community, 'joint-selected')
  await community.getByRole('region', { name: '批量办理' }).getByRole('button', { name: '吹哨' }).click()
  await expect(community.getByRole('heading', { name: '吹哨召集部门' })).toBeVisible()
  const together = community.locator('.tickets').first().locator('li')
  await expect(together).toHaveCount(2)
  await expect(together.first()).toContainText(number)
  await expect(community.locator('.units li')).toHaveCount(3)
  await community.getByLabel('问题说明').fill('夜市音响、占道、油烟和治安，须四部门同场处置')
  await community.getByRole('combobox', { name: '添加部门' }).fill('渝水区市场监')
  await community
    .getByRole('option', { name: /渝水区市场监/ })
    .first()
    .click()
  await expect(community.locator('.units li')).toHaveCount(4)
  await community.getByLabel('集合地点').fill('云栖里小区东门')
  await tapMap(community)
  await expect(community.getByLabel('集合时间')).not.toHaveValue('')
  await look(community, 'joint-blow')
  const city = await enter(browser, CITY)
  const police = await enter(browser, POLICE)
  const market = await enter(browser, MARKET)
  const meeting = soon()
  await community.getByLabel('集合时间').fill(meeting.field)
  await step(community, '提交吹哨').click()
  await expect(community.getByRole('heading', { name: '吹哨联合处置' })).toBeVisible()
  const [whistle] = await read<Whistle[]>(community, `/api/tickets/${id}/whistles`)
  const whistleId = whistle?.id ?? ''

  for (const one of [city, police]) await comes(one, whistleId)

  // The lead department works on the phone: confirms, sends, checks in, promises.
  await culture.setViewportSize(PHONE)
  await culture.goto(`/desk/tickets/${id}`)
  await step(culture, '确认报到').click()
  await confirm(culture, '确认报到')
  await step(culture, '派员').click()
  await culture.getByLabel('到场人员姓名').fill('苏念安')
  await culture.getByLabel('联系电话').fill('12900001234')
  await confirm(culture, '派员')
  await step(culture, '到场签到').click()
  await look(culture, 'joint-check-in')
  await culture.locator('input[type=file]').setInputFiles([await photo(culture)])
  await confirm(culture, '到场签到')
  await step(culture, '登记办理和承诺').click()
  await culture.getByLabel('已做工作').fill('已查验隔音，责令限时')
  await culture.getByLabel('承诺事项').fill('每周五六夜间联合巡查')
  await culture.getByLabel('承诺完成日期').fill(day(7))
  await confirm(culture, '登记办理和承诺')
  await look(culture, 'joint-department')

  await page.waitForTimeout(Math.max(0, meeting.at + 1_000 - Date.now()))
  await comes(market, whistleId)

  // The convener drafts what all sign.
  await community.reload()
  await expect(community.locator('.call', { hasText: '市场监' })).toContainText('迟到')
  await expect(community.locator('.call', { hasText: '公安局' })).not.toContainText('迟到')
  await step(community, '拟定联合决议').click()
  await community.getByRole('textbox', { name: '联合决议' }).fill('各部门分时段值守一个月，社区每周通报。')
  await confirm(community, '拟定联合决议')
  for (const one of [city, police, market]) await own(one, whistleId, 'signatures', {})
  await culture.reload()
  await step(culture, '签署联合决议').click()
  await expect(culture.getByRole('dialog')).toContainText('分时段值守')
  await confirm(culture, '签署联合决议')
  await expect(culture.locator('.whistle')).toContainText('已形成联合决议')

  // Both sides are assessed.
  await community.reload()
  await look(community, 'joint-agreed')
  await step(community, '考核评分').click()
  await community.getByRole('radio', { name: '4 分' }).check()
  await confirm(community, '考核评分')
  await expect(community.locator('.call').first()).toContainText('4 分')
  await street.goto(`/desk/tickets/${id}`)
  await step(street, '复核吹哨').click()
  await street.getByRole('radio', { name: '确有必要' }).check()
  await street.getByLabel('意见').fill('跨部门事项，确有必要')
  await confirm(street, '复核吹哨')
  await expect(street.locator('.whistle')).toContainText('复核：确有必要')
  await street.goto('/desk/joint')
  await expect(street.locator('.rows > li').first()).toContainText('已形成联合决议')
  await look(street, 'joint-whistles')
  await street.goto('/desk/joint?tab=departments')
  await expect(street.locator('.rows > li', { hasText: '渝水区文化' })).toContainText('4')
  await look(street, 'joint-departments')

  // The street orders a department, which takes it and reports it done.
  await street.goto(`/desk/tickets/${id}`)
  await step(street, '下达指挥令').click()
  await street.getByRole('combobox', { name: '受令部门' }).fill('渝水区文化')
  await street
    .getByRole('option', { name: /渝水区文化/ })
    .first()
    .click()
  await street.getByLabel('指令内容').fill('三日内对夜市音响逐户限时，结果报街道')
  await street.getByLabel('完成时限').fill(`${day(3)}T18:00`)
  await look(street, 'joint-direct')
  await street.getByRole('dialog').getByRole('button', { name: '下达指挥令' }).click()
  await expect(street.getByRole('dialog')).toBeHidden()
  await culture.goto('/desk/joint?tab=directives')
  const order = culture.locator('.rows > li', { hasText: '逐户限时' })
  await order.getByRole('button', { name: '签收' }).click()
  await expect(order).toContainText('办理中')
  await order.getByRole('button', { name: '办结' }).click()
  await culture.getByLabel('结果').fill('11 户均已签限时承诺书')
  await culture.getByRole('dialog').getByRole('button', { name: '办结' }).click()
  await expect(order).toContainText('已办结')
  await street.goto('/desk/joint?tab=directives')
  await expect(street.locator('.rows > li', { hasText: '逐户限时' })).toContainText('11 户均已签限时承诺书')
  await look(street, 'joint-directives')
  expect(JSON.stringify(await seen(community, like.ticketId))).toContain('夜市音响、占道、油烟和治安')

  // The result, and what the resident says of it.
  await act(community, id, 'resolutions', { words: '已联合整治，夜间噪声达标', photoIds: [await upload(community)] })
  await resident.goto('/my')
  await resident
    .getByText(/夜市的酒吧音响/)
    .first()
    .click()
  await expect(resident.getByRole('heading', { name: '部门联合处置' })).toBeVisible()
  await expect(resident.locator('body')).not.toContainText('须四部门同场处置')
  await resident.getByRole('radio', { name: '5 分' }).check()
  await look(resident, 'joint-resident')
  await resident.getByRole('button', { name: '提交评分' }).click()
  await expect(resident.getByText('您的评分：5 分')).toBeVisible()

  // it counts: the community's rate has one more case, and it is solved
  const { items } = await read<{ items: { id: string; version: number }[] }>(resident, '/api/my/appeals')
  const appeal = await read<{ version: number }>(resident, `/api/my/appeals/${items[0]?.id}`)
  await send(resident, `/api/my/appeals/${items[0]?.id}/verdicts`, {
    contacted: true,
    solved: true,
    satisfaction: 5,
    comment: null,
    version: appeal.version,
  })
  const after = await judged()
  expect([after?.k, after?.n]).toEqual([(before?.k ?? 0) + 1, (before?.n ?? 0) + 1])
})
