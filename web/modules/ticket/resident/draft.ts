import type { Place } from '@/area'
import { useDraft, type AnyDraft } from '../draft'

interface AppealDraft extends AnyDraft {
  place: Place
  confidential: boolean
  open: boolean
  contactName: string
}

const fresh = (): AppealDraft => ({
  words: '',
  photos: [],
  place: {},
  confidential: false,
  open: false,
  contactName: '',
  key: crypto.randomUUID(),
})

/** The one unsent appeal of this device. */
export const useAppealDraft = () => useDraft('mulin.draft', fresh)
