import { blank, dateTime, over } from '@/base'
import { ticketApi, type Ticket } from '../deskApi'
import { MOST } from '../limits'
import type { Filling, TemplateUse } from '../templates'

export type Deed =
  | 'ACCEPT'
  | 'ASSIGN'
  | 'REPLY'
  | 'ASK'
  | 'RESOLVE'
  | 'CLASSIFY'
  | 'TRANSFER'
  | 'RETURN'
  | 'DECLINE'
  | 'CLOSE'
  | 'UPHOLD'
  | 'REFUSE'
  | 'CONTEST'
  | 'OVERTURN'
  | 'SUSTAIN'

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
    parts: ['reason', 'matter', 'duty', 'words'],
    tone: 'danger',
    send: (key, { id, version, matter }, { reasonCode, dutyEntry, words, matterCode }) =>
      ticketApi.giveBack(key, id, {
        reasonCode,
        dutyEntry,
        words,
        matterCode: matterCode === matter?.code ? null : matterCode,
        version,
      }),
  },
  UPHOLD: {
    parts: ['words'],
    tone: 'primary',
    send: (key, { id, version }, form) => ticketApi.reviewReturn(key, id, version, true, form.words),
  },
  REFUSE: {
    parts: ['words'],
    tone: 'danger',
    send: (key, { id, version }, form) => ticketApi.reviewReturn(key, id, version, false, form.words),
  },
  DECLINE: {
    parts: ['reason', 'words'],
    tone: 'danger',
    send: (key, { id, version }, form) => ticketApi.decline(key, id, version, form.reasonCode, form.words),
  },
  CONTEST: {
    parts: ['words'],
    tone: '',
    send: (key, { id, version }, form) => ticketApi.contest(key, id, version, form.words),
  },
  OVERTURN: {
    parts: ['matter', 'words'],
    tone: 'primary',
    send: (key, { id, version, matter }, { matterCode, words }) =>
      ticketApi.reviewDecline(key, id, {
        overturned: true,
        matterCode: matterCode === matter?.code ? null : matterCode,
        words,
        version,
      }),
  },
  SUSTAIN: {
    parts: ['words'],
    tone: 'danger',
    send: (key, { id, version }, form) =>
      ticketApi.reviewDecline(key, id, { overturned: false, matterCode: null, words: form.words, version }),
  },
  CLOSE: {
    parts: ['words'],
    tone: '',
    send: (key, { id, version }, form) => ticketApi.close(key, id, version, form.words),
  },
}

export const deedsOf = (allowedActions: readonly string[]): Deed[] =>
  (Object.keys(DEEDS) as Deed[]).filter(deed => allowedActions.includes(deed))

/** Whether everything that the deed needs is there; the area of a classification may be left out, and so may photos
 * unless the result must be shown by one. */
export function complete(deed: Deed, form: DeedForm, photos: number, proof: Ticket['proof']): boolean {
  if (deed === 'RESOLVE' && proof === 'PHOTO' && photos === 0) return false
  const needed: Partial<Record<Part, string>> = {
    words: blank(form.words) || over(form.words, MOST.words) ? '' : form.words,
    post: form.postId,
    unit: form.unitId,
    reason: form.reasonCode,
    duty: form.dutyEntry,
    matter: form.matterCode,
  }
  return DEEDS[deed].parts.every(part => needed[part] === undefined || needed[part] !== '')
}

const TEMPLATED: ReadonlySet<Deed> = new Set(['REPLY', 'ASK', 'RESOLVE', 'DECLINE'])

/** Which reply templates fit a deed; null when its words are not for residents. */
export const templateUse = (deed: Deed): TemplateUse | null => (TEMPLATED.has(deed) ? (deed as TemplateUse) : null)

/** What the blanks of a template become on this ticket. */
export function fillingOf(ticket: Ticket): Filling {
  const lead = ticket.parts.findLast(part => part.role === 'LEAD')
  return {
    编号: ticket.number,
    单位: lead?.unit.name,
    电话: lead?.unit.phone,
    时限: ticket.dueAt && lead ? dateTime(ticket.dueAt) : null,
    事项: ticket.matter?.name,
    地点: ticket.place.text || ticket.place.areaPath.at(-1),
  }
}
