import type { Words } from '@/base'

const zh = {
  bulk: {
    select: '选择工单 {number}',
    page: '选择已显示的全部工单',
    bar: '批量办理',
    selected: '已选 {n} 件',
    clear: '取消选择',
    none: '所选工单没有可以一起办理的操作，可先按状态筛选后再选。',
    tooMany: '一次最多批量办理 {n} 件，请减少选择。',
    looking: '正在查看可办理的操作…',
    title: '批量{action}',
    will: '将对以下 {n} 件工单执行“{action}”。每件单独办理，个别未成功不影响其他。',
    fill: '内容中的{blanks}会按每件工单自动填入。',
    gone: '有 {n} 件已不可见，不会办理。',
    cannot: '有 {n} 件现在不能执行“{action}”，不会办理：',
    step: '{from} → {to}',
    send: '确认办理 {n} 件',
    progress: '办理进度',
    progressText: '已处理 {done}/{total} 件',
    goOn: '继续办理',
    result: '已办理 {done} 件，未成功 {left} 件',
    allDone: '{done} 件全部办理完成',
    again: '重试未成功的 {n} 件',
    outcome: {
      DONE: '已办理',
      REFUSED: '未办理',
      CHANGED: '已被他人更新',
      ABSENT: '已不可见',
    },
  },
}

const en: Words<typeof zh> = {
  bulk: {
    select: 'Select ticket {number}',
    page: 'Select all that are shown',
    bar: 'Bulk actions',
    selected: '{n} selected',
    clear: 'Clear selection',
    none: 'Nothing can be done to all of these at once. Filter by state first.',
    tooMany: 'At most {n} at once. Select fewer.',
    looking: 'Looking up what can be done…',
    title: 'In bulk: {action}',
    will: '“{action}” will be done to this ticket. | “{action}” will be done to these {n} tickets, one by one; one that fails holds none of the others up.',
    fill: '{blanks} in the text become those of each ticket.',
    gone: '{n} are out of reach by now and left out.',
    cannot: '{n} do not allow “{action}” now and are left out:',
    step: '{from} → {to}',
    send: 'Confirm for {n}',
    progress: 'Progress',
    progressText: '{done} of {total} handled',
    goOn: 'Go on',
    result: '{done} done, {left} not',
    allDone: 'All {done} done',
    again: 'Try the {n} again',
    outcome: {
      DONE: 'Done',
      REFUSED: 'Not done',
      CHANGED: 'Changed by someone',
      ABSENT: 'Out of reach',
    },
  },
}

export const bulkWords = { zh, en }
