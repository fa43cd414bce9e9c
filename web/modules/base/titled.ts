import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'

/**
 * The window says where its reader is, in the reader's language: the page first, then the product.
 *
 * @param before what stands before all else, such as how many messages wait
 */
export function useTitle(face?: string, before: () => string = () => ''): void {
  const { t } = useI18n()
  const route = useRoute()
  watchEffect(() => {
    const page = route.meta.title as string | undefined
    document.title = before() + [page && t(page), face && t(face), t('base.product')].filter(Boolean).join(' · ')
  })
}
