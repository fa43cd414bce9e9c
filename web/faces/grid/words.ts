import type { Words } from '@/base'

const zh = {
  shell: {
    footer: '遇紧急情况请直接拨打 110、119、120。',
    noRight: '这个页面供专职网格员使用',
    noRightHint: '您的岗位没有网格作业权限，请使用工作台。',
    desk: '前往工作台',
  },
}

const en: Words<typeof zh> = {
  shell: {
    footer: 'In an emergency call 110, 119 or 120.',
    noRight: 'This page is for grid workers',
    noRightHint: 'Your post does not work in a grid: please use the desk.',
    desk: 'To the desk',
  },
}

export const shellWords = { zh, en }
