import type { Place } from '@/area'
import { useDraft, type AnyDraft } from '../draft'

interface AppealDraft extends AnyDraft {
  place: Place
  confidential: boolean
  open: boolean
  contactName: string
  /** The matter that was chosen when asked. */
  answer: string | null
}

const fresh = (): AppealDraft => ({
  words: '',
  photos: [],
  place: {},
  confidential: false,
  open: false,
  contactName: '',
  answer: null,
  key: crypto.randomUUID(),
})

/** The one unsent appeal of this device. */
export const useAppealDraft = () => useDraft('mulin.draft', fresh)
