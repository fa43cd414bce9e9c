import type { Words } from '@/base'

const zh = {
  template: {
    title: '答复模板',
    forMatter: '本事项',
    forAny: '通用',
    insert: '插入',
    open: '还有未填的内容：{blanks}。请补上或删去。',
  },
}

const en: Words<typeof zh> = {
  template: {
    title: 'Reply template',
    forMatter: 'For this matter',
    forAny: 'For any matter',
    insert: 'Insert',
    open: 'Still open: {blanks}. Fill in or delete.',
  },
}

export const templateWords = { zh, en }
