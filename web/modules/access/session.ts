import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
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

  async function signOut(): Promise<void> {
    await accessApi.signOut()
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
    forget,
    resident: computed(() => Boolean(view.value?.signedIn && view.value.kind === 'RESIDENT')),
    staff: computed(() => Boolean(view.value?.signedIn && view.value.kind === 'STAFF')),
    has: (right: string) => Boolean(view.value?.rights?.includes(right)),
  }
})
