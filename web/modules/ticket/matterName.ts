import { useI18n } from 'vue-i18n'
import type { Status } from './api'

/** What a ticket is about; whoever reads "a clerk will decide" may wait for it, so only a ticket in triage says so. */
export function useMatterName(): (name: string | null | undefined, status: Status) => string {
  const { t } = useI18n()
  return (name, status) => name || t(status === 'TRIAGE' ? 'ticket.unknownMatter' : 'ticket.noMatter')
}
