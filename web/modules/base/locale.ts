import { getCurrentScope, ref, watch } from 'vue'
import { createI18n } from 'vue-i18n'

export type Locale = 'zh' | 'en'
/** Words of one module: the same keys in both languages. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
type Tree = { [key: string]: string | Tree }

const REMEMBERED = 'mulin.locale'
const locale = ref<Locale>(localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh')

export const currentLocale = (): Locale => locale.value

/** What the server said in words is asked for again in the other language, as long as the page stands that shows it. */
export function onLanguage(again: () => void): void {
  if (getCurrentScope()) watch(locale, again)
}

/** One dictionary for a face, put together from the words of its modules. */
export function createDictionary(...parts: { zh: Tree; en: Tree }[]) {
  const messages: Record<Locale, Tree> = { zh: {}, en: {} }
  for (const part of parts) {
    Object.assign(messages.zh, part.zh)
    Object.assign(messages.en, part.en)
  }
  const i18n = createI18n({ legacy: false, locale: locale.value, fallbackLocale: 'zh', messages: messages as never })
  applyLocale(locale.value)
  return i18n
}

export function applyLocale(chosen: Locale): void {
  locale.value = chosen
  localStorage.setItem(REMEMBERED, chosen)
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en'
}
