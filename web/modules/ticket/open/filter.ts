import type { LocationQuery } from 'vue-router'
import type { OpenFilter, OpenStage } from './api'

const STAGES: ReadonlySet<string> = new Set(['RECEIVED', 'IN_HAND', 'ANSWERED', 'DECLINED'])
const CHARS_MIN = 2

const one = (value: LocationQuery[string] | undefined) => (typeof value === 'string' && value ? value : undefined)

/** What an address asks for; what it says wrongly is as if unsaid. */
export function filterOf(query: LocationQuery): OpenFilter {
  const stage = one(query.stage)
  const q = one(query.q)?.trim()
  return {
    area: one(query.area),
    matter: one(query.matter),
    stage: stage && STAGES.has(stage) ? (stage as OpenStage) : undefined,
    q: q && q.length >= CHARS_MIN ? q : undefined,
  }
}

/** Nothing, or words long enough to look for. */
export const isSought = (words: string): boolean => words.trim().length === 0 || words.trim().length >= CHARS_MIN
