import type { Words } from '@/base'

const zh = {
  outbox: {
    nav: '待发送',
    title: '待发送',
    lead: '没有网络时提交的内容保存在本机，网络恢复后自动发送，每件只发送一次。',
    waiting: '待发送',
    parked: '需修改',
    strip: '{n} 件待发送，网络恢复后自动发送',
    stripParked: '{n} 件未被接收，请修改后重新提交',
    kept: '当前没有网络，已保存在本机，网络恢复后自动发送。',
    photos: '{n} 张照片',
    sendNow: '立即发送',
    correct: '修改',
    drop: '删除',
    dropTitle: '删除这件内容？',
    dropBody: '尚未发送到服务器，删除后无法恢复。',
    empty: '全部已发送',
    emptyHint: '没有网络时也可以照常上报、即办、提交任务和记事务。',
    way: { report: '上报', settle: '即办', task: '任务', chore: '非职责事务' },
  },
}

const en: Words<typeof zh> = {
  outbox: {
    nav: 'Unsent',
    title: 'Not sent yet',
    lead: 'What you submit without a connection is kept on this device and sent once when the connection is back.',
    waiting: 'Waiting',
    parked: 'To correct',
    strip: '{n} not sent yet; they go when the connection is back',
    stripParked: '{n} not accepted: please correct and submit again',
    kept: 'No connection just now: kept on this device, sent when the connection is back.',
    photos: '{n} photo | {n} photos',
    sendNow: 'Send now',
    correct: 'Correct',
    drop: 'Delete',
    dropTitle: 'Delete this?',
    dropBody: 'The server does not have it yet; it cannot be brought back.',
    empty: 'Everything is sent',
    emptyHint: 'You can report, settle, finish tasks and record chores without a connection, too.',
    way: { report: 'Report', settle: 'Settled', task: 'Task', chore: 'Chore' },
  },
}

export const outboxWords = { zh, en }
