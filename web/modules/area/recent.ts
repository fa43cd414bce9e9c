const KEPT = 'mulin.communities'
const RECENT_MAX = 3

/** The communities that were chosen lately on this device. */
export const recent = {
  codes(): string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
      return Array.isArray(kept) ? kept.filter(one => typeof one === 'string').slice(0, RECENT_MAX) : []
    } catch {
      return []
    }
  },
  add(code: string): void {
    const codes = [code, ...recent.codes().filter(one => one !== code)].slice(0, RECENT_MAX)
    localStorage.setItem(KEPT, JSON.stringify(codes))
  },
}
