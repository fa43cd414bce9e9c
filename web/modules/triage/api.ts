import { answered, api, type Answer } from '@/base'

export type MatterView = Answer<'/api/matters', 'get'>[number]

let catalogue: Promise<MatterView[]> | null = null

export const triageApi = {
  /** The catalogue of matters changes only with the policy pack: one reading serves a visit. */
  matters(): Promise<MatterView[]> {
    catalogue ??= answered(api.GET('/api/matters')).catch(problem => {
      catalogue = null
      throw problem
    })
    return catalogue
  },
}
