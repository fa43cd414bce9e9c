import type { Words } from '@/base'

const zh = {
  desk: {
    title: '工作台',
    nav: '工作台导航',
    queue: '工单队列',
    triage: '待研判',
    imports: '批量导入',
    accounts: '账号管理',
    command: '一图指挥',
    exchange: '对外接口',
    password: '修改密码',
    noRight: '您的岗位没有使用该页面的权限',
    noRightHint: '如工作需要，请联系管理员调整岗位。',
  },
}

const en: Words<typeof zh> = {
  desk: {
    title: 'Desk',
    nav: 'Desk navigation',
    queue: 'Queue',
    triage: 'Triage',
    imports: 'Imports',
    accounts: 'Accounts',
    command: 'Command',
    exchange: 'Interfaces',
    password: 'Password',
    noRight: 'Your post has no right to this page',
    noRightHint: 'If your work needs it, ask an administrator.',
  },
}

export const shellWords = { zh, en }
