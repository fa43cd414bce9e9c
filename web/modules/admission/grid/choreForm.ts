import { Problem } from '@/base'
import { burdenApi, type ChoreForm } from '../api'

const KEPT = 'mulin.choreForm'

/** Kinds and units as the server has them; without a connection, as this tab saw them last. */
export async function choreForm(): Promise<ChoreForm> {
  try {
    const form = await burdenApi.choreForm()
    sessionStorage.setItem(KEPT, JSON.stringify(form))
    return form
  } catch (thrown) {
    const kept = sessionStorage.getItem(KEPT)
    if (!kept || Problem.of(thrown).final) throw thrown
    return JSON.parse(kept) as ChoreForm
  }
}
