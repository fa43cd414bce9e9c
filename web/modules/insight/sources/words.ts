import type { Words } from '@/base'

const zh = {
  sources: {
    title: '诉报对照',
    lead: '同一地方、同一类事，居民反映的和网格上报的放在一起看。不排名，不计入三率。',
    period: '统计时段',
    days: '近 {n} 天',
    residents: '居民反映',
    grids: '网格上报',
    of: '网格上报占 {share}',
    none: '无',
    areas: '按辖区',
    matters: '按事项大类',
    spots: '盲点：居民反映不少于 {n} 件、网格一件未报',
    spotsAll: '共 {n} 处，列出最多的 {shown} 处',
    spot: '{area}：{matter}',
    cases: '{n} 件',
    noSpots: '没有盲点',
    noSpotsHint: '居民反映较多的事，网格都有上报。',
    empty: '该时段没有工单',
    emptyHint: '可换一个时段，或返回上一级辖区。',
    list: '{name}：查看 {n} 件工单',
    how: '网格上报含代居民登记；尚未研判的列在“事项待定”，不计入盲点。',
  },
}

const en: Words<typeof zh> = {
  sources: {
    title: 'Filed and reported',
    lead: 'What residents file beside what grid workers report, for the same places and matters. It ranks nobody and counts into no rate.',
    period: 'Period',
    days: 'Last {n} days',
    residents: 'Filed by residents',
    grids: 'Reported by grids',
    of: '{share} reported by grids',
    none: 'none',
    areas: 'By area',
    matters: 'By class of matters',
    spots: 'Silent spots: {n} or more filed by residents, none reported by grids',
    spotsAll: '{n} in all; the {shown} with most complaints are shown',
    spot: '{area}: {matter}',
    cases: '{n} ticket | {n} tickets',
    noSpots: 'No silent spots',
    noSpotsHint: 'Of whatever residents file often, grids have reported something.',
    empty: 'No tickets in this period',
    emptyHint: 'Choose another period, or go back to the wider area.',
    list: '{name}: see {n} ticket | {name}: see {n} tickets',
    how: 'Reports include those filed for residents; tickets that nobody has classified are left out.',
  },
}

export const sourcesWords = { zh, en }
