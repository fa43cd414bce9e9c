/** What a reply template leaves open; the server names the same ones (Blank.java), and a test compares them. */
export const BLANKS = ['编号', '单位', '电话', '时限', '事项', '地点'] as const
export type Blank = (typeof BLANKS)[number]
export type Filling = Partial<Record<Blank, string | null>>

const ANY = new RegExp(`\\{(${BLANKS.join('|')})\\}`, 'g')

/** The text with every blank filled that something is known for; the others stay to be seen. */
export const fill = (text: string, filling: Filling): string =>
  text.replace(ANY, (whole, blank: Blank) => filling[blank] || whole)

/** Which blanks are still open, each once, but for those that fill themselves later. */
export const openBlanks = (text: string, later: readonly Blank[] = []): string[] => [
  ...new Set([...text.matchAll(ANY)].filter(found => !later.includes(found[1] as Blank)).map(found => found[0])),
]

/** Inserted text stands alone, or on a line of its own under what was written before. */
export const inserted = (before: string, text: string): string =>
  before.trim() === '' ? text : `${before.trimEnd()}\n${text}`
