import type { Words } from '@/base'

const zh = {
  shell: {
    service: '居民诉求服务',
    nav: '主导航',
    elder: '长辈版',
    standard: '标准版',
    elderLabel: '切换到长辈版，字大、按钮大',
    standardLabel: '切换回标准版',
    footer: '遇紧急情况请直接拨打 110、119、120。',
    account: '账户',
  },
}

const en: Words<typeof zh> = {
  shell: {
    service: 'Residents’ appeals',
    nav: 'Main navigation',
    elder: 'Senior',
    standard: 'Standard',
    elderLabel: 'Switch to senior mode with large text and buttons',
    standardLabel: 'Switch back to the standard view',
    footer: 'In an emergency call 110, 119 or 120.',
    account: 'Account',
  },
}

export const shellWords = { zh, en }
