import { createI18n } from 'vue-i18n'

export type Locale = 'zh' | 'en'
/** Words of one module: the same keys in both languages. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
type Tree = { [key: string]: string | Tree }

const REMEMBERED = 'mulin.locale'
let locale: Locale = localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh'

export const currentLocale = (): Locale => locale

/** One dictionary for a face, put together from the words of its modules. */
export function createDictionary(...parts: { zh: Tree; en: Tree }[]) {
  const messages: Record<Locale, Tree> = { zh: {}, en: {} }
  for (const part of parts) {
    Object.assign(messages.zh, part.zh)
    Object.assign(messages.en, part.en)
  }
  const i18n = createI18n({ legacy: false, locale, fallbackLocale: 'zh', messages: messages as never })
  applyLocale(locale)
  return i18n
}

export function applyLocale(chosen: Locale): void {
  locale = chosen
  localStorage.setItem(REMEMBERED, chosen)
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en'
}
