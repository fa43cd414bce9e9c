import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { leaveNothing } from '@/base'
import { accessApi, type SessionView } from './api'

/** Who is signed in. The only state that a face shares between its pages. */
export const useSession = defineStore('session', () => {
  const view = shallowRef<SessionView | null>(null)
  let first: Promise<void> | null = null

  async function reload(): Promise<void> {
    view.value = await accessApi.session()
  }

  /** The first reading, shared by everyone who needs it; a failed one may be tried again. */
  function known(): Promise<void> {
    first ??= reload().catch(problem => {
      first = null
      throw problem
    })
    return first
  }

  async function signInResident(phone: string, code: string): Promise<void> {
    await accessApi.signInResident(phone, code)
    await reload()
  }

  async function signInStaff(username: string, password: string): Promise<void> {
    await accessApi.signInStaff(username, password)
    await reload()
  }

  const before = new Set<() => Promise<void>>()
  /** Work to be done while the server still knows us; the answer ends it. */
  function whenLeaving(work: () => Promise<void>): () => void {
    before.add(work)
    return () => void before.delete(work)
  }

  async function signOut(): Promise<void> {
    await Promise.all([...before].map(work => work()))
    await accessApi.signOut()
    leaveNothing()
    await reload()
  }

  /** The server has said that it no longer knows us. */
  function forget(): void {
    if (view.value) view.value = { ...view.value, signedIn: false, kind: null, rights: [] }
  }

  return {
    view,
    known,
    reload,
    signInResident,
    signInStaff,
    signOut,
    whenLeaving,
    forget,
    resident: computed(() => Boolean(view.value?.signedIn && view.value.kind === 'RESIDENT')),
    staff: computed(() => Boolean(view.value?.signedIn && view.value.kind === 'STAFF')),
    mustChangePassword: computed(() => !['CURRENT', undefined].includes(view.value?.passwordState)),
    has: (right: string) => Boolean(view.value?.rights?.includes(right)),
  }
})
