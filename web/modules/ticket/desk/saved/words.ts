import type { Words } from '@/base'

const zh = {
  saved: {
    title: '常用筛选',
    save: '保存当前筛选',
    manage: '管理',
    name: '名称',
    nameHint: '例如：本周超期、路灯类待受理',
    start: '打开工单队列时默认显示',
    isStart: '默认视图',
    makeStart: '设为默认',
    noStart: '取消默认',
    count: '{name}，{n} 件',
    broken: '筛选条件中的事项、辖区或单位已不存在，请更新或删除',
    rename: '改名',
    update: '更新为当前筛选',
    remove: '删除',
    removeTitle: '删除常用筛选“{name}”？',
    removeBody: '只删除这个筛选，工单不受影响。',
    removeYes: '确认删除',
    done: '已保存',
    removed: '已删除',
  },
}

const en: Words<typeof zh> = {
  saved: {
    title: 'Saved filters',
    save: 'Save this filter',
    manage: 'Manage',
    name: 'Name',
    nameHint: 'For example: overdue this week',
    start: 'Show it when the queue opens',
    isStart: 'Start view',
    makeStart: 'Make start view',
    noStart: 'Not the start view',
    count: '{name}, {n} ticket | {name}, {n} tickets',
    broken: 'It names a matter, area or unit that is gone: update or delete it',
    rename: 'Rename',
    update: 'Set to the present filter',
    remove: 'Delete',
    removeTitle: 'Delete the saved filter “{name}”?',
    removeBody: 'Only the filter goes; no ticket is touched.',
    removeYes: 'Delete',
    done: 'Saved',
    removed: 'Deleted',
  },
}

export const savedWords = { zh, en }
