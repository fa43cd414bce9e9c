import type { Words } from '@/base'

const zh = {
  exports: {
    open: '导出 Excel',
    title: '导出工单清单',
    lead: '按当前筛选、检索和排序生成 Excel 清单。诉求内容中的个人信息已脱敏；每次导出和下载均记入审计日志。',
    begin: '生成清单',
    recent: '24 小时内的导出',
    rows: '{n} 件',
    running: '正在生成…',
    progress: '生成进度',
    download: '下载',
    downloadOf: '下载 {at} 导出的清单（{n} 件）',
    failed: '未能生成，请重新导出',
    none: '还没有导出过清单。',
    kept: '仅本人可下载，{at} 前有效',
  },
}

const en: Words<typeof zh> = {
  exports: {
    open: 'Export to Excel',
    title: 'Export the list',
    lead: 'The list as it is filtered, searched and ordered now. Personal data in the words are masked; every export and download is recorded in the audit log.',
    begin: 'Make the sheet',
    recent: 'Exports of the last 24 hours',
    rows: '{n} ticket | {n} tickets',
    running: 'Being made…',
    progress: 'Progress',
    download: 'Download',
    downloadOf: 'Download the list of {at} ({n} ticket) | Download the list of {at} ({n} tickets)',
    failed: 'It could not be made: export again',
    none: 'Nothing exported yet.',
    kept: 'For you alone, until {at}',
  },
}

export const exportWords = { zh, en }
