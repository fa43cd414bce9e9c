import type { Words } from '@/base'

const zh = {
  demo: {
    banner: '演示数据',
    bannerHint: '人物、事件均为虚构，请勿填写真实个人信息',
    messages: '演示短信',
    noMessages: '短信将显示在这里',
    useCode: '填入验证码 {code}',
    signIns: '演示账号',
    signInsHint: '选择一个身份，自动填写登录信息。',
    use: '使用 {title}',
  },
}

const en: Words<typeof zh> = {
  demo: {
    banner: 'Demo data',
    bannerHint: 'People and events are invented. Do not enter real personal data',
    messages: 'Demo text messages',
    noMessages: 'Messages appear here',
    useCode: 'Enter code {code}',
    signIns: 'Demo sign-ins',
    signInsHint: 'Pick one to fill in the form.',
    use: 'Use {title}',
  },
}

export const demoWords = { zh, en }
