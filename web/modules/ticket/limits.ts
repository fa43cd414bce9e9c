/** The longest texts that the contract takes; a test compares them with openapi.json. */
export const MOST = {
  appeal: 2000,
  contactName: 50,
  call: 5000,
  words: 5000,
  comment: 5000,
  purpose: 200,
  filterName: 30,
} as const

export const PHOTOS_MAX = 6
