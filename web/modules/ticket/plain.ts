/** The policy's terms for hours, which staff read, in the words that people use at home. */
const TERMS: [RegExp, string][] = [
  [/(\d+)\s*个?紧急工作时/g, '$1 小时（不分昼夜）'],
  [/(\d+)\s*个?工作时(?!间)/g, '$1 小时（只算工作时间）'],
]

/** A text of the server as a resident reads it. */
export const plainly = (text: string): string => TERMS.reduce((said, [term, word]) => said.replace(term, word), text)
