import type { Words } from '@/base'

const zh = {
  merge: {
    title: '并单',
    lead: '把反映同一件事的工单合并为一件办理。被并工单的诉求全部转入主单，诉求人收到通知，办结后同样请他们评价。',
    choose: '选择要合并的工单，并指定主单',
    search: '查找其他工单',
    searchHint: '输入工单号或原文中的词。下面先列出同一社区、同一事项的在办工单。',
    searchNow: '查找',
    kept: '主单',
    keep: '以工单 {number} 为主单',
    take: '合并工单 {number}',
    appeals: '{n} 件诉求',
    opened: '{at} 登记',
    cannotKeep: '不能作为主单：还有更适合作主单的工单（重办过的、吹哨中的或期限更早的）。',
    gone: '有 {n} 件您无权查看，不会合并。',
    doubt: {
      units: '所选工单的承办单位不一致，合并后由主单的承办单位办理，请确认。',
      matters: '所选工单的事项不一致，请确认确属同一件事。',
      places: '所选工单的地点不一致，请确认确属同一件事。',
      sooner: '有工单的期限早于主单。主单的期限不因并单改变，请考虑以期限最早的为主单。',
    },
    none: '所选工单中没有可以合并的。请选择两件以上待研判、待受理、办理中或待补充的工单。',
    words: '并单理由',
    wordsHint: '只给工作人员看，记入各工单的办理过程。',
    final: '我已核对，以上工单反映的是同一件事；并单后不能撤销。',
    send: '把 {n} 件并入主单',
    done: '已把 {n} 件工单并入 {number}',
  },
}

const en: Words<typeof zh> = {
  merge: {
    title: 'Merge',
    lead: 'Tickets about the same thing become one. All their appeals go to the ticket that goes on; their authors are told, and asked when it is done.',
    choose: 'Choose the tickets, and the one that goes on',
    search: 'Find other tickets',
    searchHint: 'By number or words. Open tickets of the same community and matter are listed already.',
    searchNow: 'Find',
    kept: 'Goes on',
    keep: 'Let ticket {number} go on',
    take: 'Merge ticket {number}',
    appeals: '{n} appeal | {n} appeals',
    opened: 'opened {at}',
    cannotKeep: 'Cannot go on: another one fits better (reopened, whistled on, or due sooner).',
    gone: 'One is out of your reach and left out. | {n} are out of your reach and left out.',
    doubt: {
      units: 'Different units have these tickets; the unit of the one that goes on handles all.',
      matters: 'These tickets have different matters; make sure that they are about the same thing.',
      places: 'These tickets lie in different places; make sure that they are about the same thing.',
      sooner:
        'Some are due before the one that goes on. Its deadline does not change by a merge; consider letting the one that is due first go on.',
    },
    none: 'Nothing here can be merged. Choose two tickets or more that are being decided, accepted or handled.',
    words: 'Reason',
    wordsHint: 'For staff only; it is kept in the history of each ticket.',
    final: 'I have checked: these tickets are about the same thing. A merge cannot be undone.',
    send: 'Merge {n} into it',
    done: '{n} ticket was merged into {number} | {n} tickets were merged into {number}',
  },
}

export const mergeWords = { zh, en }
