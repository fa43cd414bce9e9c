import type { Words } from '@/base'

const zh = {
  file: {
    photos: '现场照片',
    add: '添加照片',
    limit: '最多 {most} 张，每张不超过 {size} MB（JPG、PNG）',
    named: '“{name}”',
    comma: '、',
    refused: {
      type: '{name}不是 JPG 或 PNG 照片，未添加。',
      size: '{name}有 {size} MB，超过 {most} MB，未添加。',
      count: '最多 {most} 张，{names}未添加。',
      damaged: '{name}无法打开，可能已损坏，未添加。',
    },
    remove: '删除照片 {n}',
    preview: '照片 {n} 预览',
    open: '查看照片 {n}',
    sending: '正在上传',
    close: '关闭照片',
    photo: '照片',
  },
}

const en: Words<typeof zh> = {
  file: {
    photos: 'Photos',
    add: 'Add photos',
    limit: 'Up to {most}, {size} MB each (JPG, PNG)',
    named: '“{name}”',
    comma: ', ',
    refused: {
      type: '{name} is not a JPG or PNG photo and was not added.',
      size: '{name} has {size} MB, more than {most} MB, and was not added.',
      count: 'At most {most} photos: {names} not added.',
      damaged: '{name} cannot be opened; it may be damaged. It was not added.',
    },
    remove: 'Remove photo {n}',
    preview: 'Photo {n}',
    open: 'Open photo {n}',
    sending: 'Sending',
    close: 'Close photo',
    photo: 'Photo',
  },
}

export const fileWords = { zh, en }
