import { describe, expect, it } from 'vitest'
import type { InboxState } from './api'
import { hasMore, hear, inboxTitle, isNewWork } from './inbox'

const state = (newestWorkId: string | null): InboxState => ({ unread: 1, unreadByKind: {}, newestWorkId })

describe('inbox', () => {
  it('is quiet about what was there before the visit, and about what was read', () => {
    expect(isNewWork(null, state('0199-b'))).toBe(false)
    expect(isNewWork(state('0199-b'), state('0199-b'))).toBe(false)
    expect(isNewWork(state('0199-b'), state('0199-a'))).toBe(false)
    expect(isNewWork(state('0199-b'), state(null))).toBe(false)
  })

  it('knows new work by its later id', () => {
    expect(isNewWork(state(null), state('0199-a'))).toBe(true)
    expect(isNewWork(state('0199-a'), state('0199-b'))).toBe(true)
  })

  it('has more only where there were fewer before, not on the first look', () => {
    const unread = (n: number) => ({ ...state(null), unread: n })
    expect(hasMore(null, unread(3))).toBe(false)
    expect(hasMore(unread(3), unread(3))).toBe(false)
    expect(hasMore(unread(3), unread(2))).toBe(false)
    expect(hasMore(unread(3), null)).toBe(false)
    expect(hasMore(unread(0), unread(1))).toBe(true)
  })

  it('writes the count before the title and takes it away again', () => {
    hear({ ...state(null), unread: 3 }, false)
    expect(inboxTitle()).toBe('(3) ')
    hear({ ...state(null), unread: 120 }, false)
    expect(inboxTitle()).toBe('(99+) ')
    hear({ ...state(null), unread: 0 }, false)
    expect(inboxTitle()).toBe('')
  })
})
