import { ticketApi, type Ticket } from '../deskApi'

export type Deed =
  'ACCEPT' | 'ASSIGN' | 'REPLY' | 'ASK' | 'RESOLVE' | 'CLASSIFY' | 'TRANSFER' | 'RETURN' | 'DECLINE' | 'CLOSE'

export type Part = 'words' | 'photos' | 'post' | 'unit' | 'reason' | 'duty' | 'matter' | 'area'

export interface DeedForm {
  words: string
  postId: string
  unitId: string
  reasonCode: string
  dutyEntry: string
  matterCode: string
  areaCode: string
}

export const emptyForm = (): DeedForm => ({
  words: '',
  postId: '',
  unitId: '',
  reasonCode: '',
  dutyEntry: '',
  matterCode: '',
  areaCode: '',
})

interface DeedPlan {
  parts: Part[]
  tone: 'primary' | 'danger' | ''
  send(key: string, ticket: Ticket, form: DeedForm, photoIds: string[]): Promise<Ticket>
}

/** What each action asks for and how it is sent; which of them may be done now is the server's word alone. */
export const DEEDS: Record<Deed, DeedPlan> = {
  ACCEPT: { parts: [], tone: 'primary', send: (key, { id, version }) => ticketApi.accept(key, id, version) },
  RESOLVE: {
    parts: ['words', 'photos'],
    tone: 'primary',
    send: (key, { id, version }, form, photoIds) => ticketApi.resolve(key, id, version, form.words, photoIds),
  },
  CLASSIFY: {
    parts: ['matter', 'area'],
    tone: 'primary',
    send: (key, { id, version }, form) =>
      ticketApi.classify(key, id, { matterCode: form.matterCode, areaCode: form.areaCode || null, version }),
  },
  ASSIGN: {
    parts: ['post'],
    tone: '',
    send: (key, { id, version }, form) => ticketApi.assign(key, id, version, form.postId),
  },
  REPLY: {
    parts: ['words', 'photos'],
    tone: '',
    send: (key, { id, version }, form, photoIds) => ticketApi.reply(key, id, version, form.words, photoIds),
  },
  ASK: {
    parts: ['words'],
    tone: '',
    send: (key, { id, version }, form) => ticketApi.ask(key, id, version, form.words),
  },
  TRANSFER: {
    parts: ['unit', 'words'],
    tone: '',
    send: (key, { id, version }, form) => ticketApi.transfer(key, id, version, form.unitId, form.words),
  },
  RETURN: {
    parts: ['reason', 'duty', 'words'],
    tone: 'danger',
    send: (key, { id, version }, form) =>
      ticketApi.giveBack(key, id, version, form.reasonCode, form.dutyEntry, form.words),
  },
  DECLINE: {
    parts: ['reason', 'words'],
    tone: 'danger',
    send: (key, { id, version }, form) => ticketApi.decline(key, id, version, form.reasonCode, form.words),
  },
  CLOSE: {
    parts: ['words'],
    tone: '',
    send: (key, { id, version }, form) => ticketApi.close(key, id, version, form.words),
  },
}

export const deedsOf = (allowedActions: readonly string[]): Deed[] =>
  (Object.keys(DEEDS) as Deed[]).filter(deed => allowedActions.includes(deed))

/** Whether everything that the deed needs is there; photos and the area of a classification may be left out. */
export function complete(deed: Deed, form: DeedForm): boolean {
  const needed: Partial<Record<Part, string>> = {
    words: form.words.trim(),
    post: form.postId,
    unit: form.unitId,
    reason: form.reasonCode,
    duty: form.dutyEntry,
    matter: form.matterCode,
  }
  return DEEDS[deed].parts.every(part => needed[part] === undefined || needed[part] !== '')
}
