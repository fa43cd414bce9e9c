/** Blanks of every script, and characters that leave no mark: joiners, marks of direction, fillers, variation marks. */
const UNSEEN =
  /\s|\p{Z}|\p{Cc}|\p{Cf}|\u{34f}|\u{115f}|\u{1160}|\u{17b4}|\u{17b5}|\u{2800}|\u{3164}|\u{ffa0}|\p{Variation_Selector}/gu

/** Whether a reader would see nothing. */
export const blank = (text: string): boolean => text.replace(UNSEEN, '') === ''

/** By how many characters a text is too long. Counted as the server counts: in UTF-16 units. */
export const over = (text: string, most: number): number => Math.max(0, text.length - most)

/** Whether a text may be sent: something to read in it, and not too long. */
export const fits = (text: string, most: number): boolean => !blank(text) && over(text, most) === 0
