/** A piece of a text, and whether it is what was sought. */
export interface Piece {
  text: string
  hit: boolean
}

const literal = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The text cut at what was sought; longer terms first, so that a short one does not break a long one up. */
export function marked(text: string, terms: string[]): Piece[] {
  if (!terms.some(Boolean)) return [{ text, hit: false }]
  const any = new RegExp(
    `(${[...terms]
      .sort((a, b) => b.length - a.length)
      .map(literal)
      .join('|')})`,
    'giu',
  )
  return text
    .split(any)
    .map((piece, n) => ({ text: piece, hit: n % 2 === 1 }))
    .filter(piece => piece.text)
}
