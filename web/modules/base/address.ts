const hex = (digits: number) => '[0-9a-fA-F]'.repeat(digits)

/**
 * Where a record's id stands in an address. What cannot be an id leads nowhere: the face shows that there is no such
 * page, and nothing is asked of the server. (A route's pattern takes no braces.)
 */
export const ID = `:id(${[8, 4, 4, 4, 12].map(hex).join('-')})`
