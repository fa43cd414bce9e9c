import { jointApi, type Call, type Step, type Whistle } from './api'

/** What the form of a step asks for. */
export type Ask = 'words' | 'delegate' | 'photos' | 'position' | 'promise' | 'score' | 'needed' | 'duty'

export interface StepForm {
  words: string
  name: string
  phone: string
  done: string
  promise: string
  promisedOn: string
  score: number
  needed: boolean | null
  reasonCode: string
  dutyEntry: string
  matterCode: string
}

export const emptyStep = (): StepForm => ({
  words: '',
  name: '',
  phone: '',
  done: '',
  promise: '',
  promisedOn: '',
  score: 0,
  needed: null,
  reasonCode: '',
  dutyEntry: '',
  matterCode: '',
})

export interface Sent {
  form: StepForm
  spot: { lon: number; lat: number } | null
  photoIds: string[]
}

/** What each step asks for; which of them may be done now is the server's word alone. */
export const ASKS: Partial<Record<Step, Ask[]>> = {
  CONFIRM: [],
  OBJECT: ['duty', 'words'],
  UPHOLD: ['words'],
  REFUSE: ['words'],
  SEND: ['delegate'],
  CHECK_IN: ['position', 'photos'],
  ADMIT: ['words'],
  PROMISE: ['promise'],
  SIGN: [],
  FULFIL: ['words', 'photos'],
  SCORE: ['score'],
  DRAFT: ['words'],
  CLOSE: ['words'],
  REVIEW: ['needed', 'words'],
}

/** The step that brings the work on; the others stand beside it. */
export const isMain = (step: Step): boolean => !['OBJECT', 'CLOSE', 'REFUSE'].includes(step)

export function send(step: Step, key: string, whistle: Whistle, call: Call | null, sent: Sent): Promise<Whistle> {
  const { form, spot, photoIds } = sent
  if (step === 'DRAFT') return jointApi.draft(key, whistle, form.words)
  if (step === 'CLOSE') return jointApi.close(key, whistle, form.words)
  if (step === 'REVIEW') return jointApi.review(key, whistle, form.needed === true, form.words)
  if (!call) throw new Error(`${step} is about a call`)
  switch (step) {
    case 'CONFIRM':
      return jointApi.confirm(key, whistle, call)
    case 'OBJECT':
      return jointApi.object(key, whistle, call, {
        reasonCode: form.reasonCode,
        dutyEntry: form.dutyEntry,
        matterCode: form.matterCode || null,
        words: form.words,
      })
    case 'UPHOLD':
    case 'REFUSE':
      return jointApi.decide(key, whistle.id, call.id, step === 'UPHOLD', form.words, call.version)
    case 'SEND':
      return jointApi.send(key, whistle, call, form.name, form.phone)
    case 'CHECK_IN':
      return jointApi.checkIn(key, whistle, call, spot, photoIds)
    case 'ADMIT':
      return jointApi.admit(key, whistle, call, form.words)
    case 'PROMISE':
      return jointApi.promise(key, whistle, call, form.done, form.promise, form.promisedOn)
    case 'SIGN':
      return jointApi.sign(key, whistle, call)
    case 'FULFIL':
      return jointApi.fulfil(key, whistle, call, form.words, photoIds)
    case 'SCORE':
      return jointApi.score(key, whistle, call, form.score, form.words)
    default:
      throw new Error(`nobody does ${step}`)
  }
}

/** Whether everything that the step needs is there. */
export function filled(step: Step, form: StepForm, photos: number): boolean {
  const has: Record<Ask, boolean> = {
    words: form.words.trim() !== '',
    delegate: form.name.trim() !== '' && /^[0-9+][0-9 -]{4,18}$/.test(form.phone.trim()),
    photos: photos > 0,
    position: true,
    promise: form.done.trim() !== '' && form.promise.trim() !== '' && form.promisedOn !== '',
    score: form.score > 0,
    needed: form.needed !== null,
    duty: form.reasonCode !== '' && form.dutyEntry !== '',
  }
  return (ASKS[step] ?? []).every(ask => has[ask])
}
