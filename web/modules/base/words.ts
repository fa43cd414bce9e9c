import type { Words } from './locale'

const zh = {
  base: {
    product: '睦邻',
    tagline: '邻里事，有着落',
    skip: '跳到主要内容',
    language: 'English',
    languageLabel: '切换为英文界面',
    loading: '正在加载…',
    retry: '重新加载',
    more: '加载更多',
    all: '已全部显示',
    back: '返回',
    cancel: '取消',
    confirm: '确定',
    close: '关闭',
    save: '保存',
    none: '暂无',
    colon: '：',
    remaining: '还剩 {span}',
    overdueBy: '已超期 {span}',
    problem: {
      offline: '网络连接中断，您填写的内容已保留，请稍后重试。',
      unexpected: '页面出现意外情况，请刷新后重试。',
      server: '系统暂时无法处理，请稍后重试。',
      incident: '事件编号 {incident}，反映问题时请提供。',
    },
    notFound: '没有找到该页面',
    notFoundHint: '链接可能已失效，或者您没有查看权限。',
    home: '返回首页',
  },
}

const en: Words<typeof zh> = {
  base: {
    product: 'Mulin',
    tagline: 'Neighbourhood matters, seen through',
    skip: 'Skip to main content',
    language: '中文',
    languageLabel: 'Switch to Chinese',
    loading: 'Loading…',
    retry: 'Try again',
    more: 'Load more',
    all: 'That is everything',
    back: 'Back',
    cancel: 'Cancel',
    confirm: 'OK',
    close: 'Close',
    save: 'Save',
    none: 'None',
    colon: ': ',
    remaining: '{span} left',
    overdueBy: 'overdue by {span}',
    problem: {
      offline: 'The connection was lost. What you entered is kept; please try again shortly.',
      unexpected: 'Something unexpected happened. Please reload the page.',
      server: 'The system cannot do this right now. Please try again shortly.',
      incident: 'Incident {incident}: please quote it when you report this.',
    },
    notFound: 'Page not found',
    notFoundHint: 'The link may be out of date, or it is outside your reach.',
    home: 'Back to start',
  },
}

export const baseWords = { zh, en }
