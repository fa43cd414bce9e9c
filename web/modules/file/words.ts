import type { Words } from '@/base'

const zh = {
  file: {
    photos: '现场照片',
    add: '添加照片',
    limit: '最多 {most} 张，每张不超过 15 MB（JPG、PNG）',
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
    limit: 'Up to {most}, 15 MB each (JPG, PNG)',
    remove: 'Remove photo {n}',
    preview: 'Photo {n}',
    open: 'Open photo {n}',
    sending: 'Sending',
    close: 'Close photo',
    photo: 'Photo',
  },
}

export const fileWords = { zh, en }
