import { beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { leaveNothing } from '@/base'
import { useDraft } from './draft'

beforeEach(() => localStorage.clear())
const fresh = () => ({ words: '', photos: [], key: 'k' })

test('what was typed a moment before the page goes is there again', async () => {
  useDraft('mulin.draft', fresh).draft.value.words = '路灯又坏了'
  await nextTick()
  dispatchEvent(new Event('pagehide'))
  expect(useDraft('mulin.draft', fresh).draft.value.words).toBe('路灯又坏了')
})

test('who signs out takes their words from a page that is still open', async () => {
  const page = useDraft('mulin.draft', fresh)
  page.draft.value.words = '只说给街道听的话'
  await nextTick()
  page.save()
  leaveNothing()
  await nextTick()
  await nextTick()
  dispatchEvent(new Event('pagehide'))
  expect(page.draft.value.words).toBe('')
  expect(localStorage.getItem('mulin.draft')).toBeNull()
})
