/** A resident knows the own city; street, community and grid say where. */
const NEAR_LEVELS = 3

export const nearby = (path: string[]): string => path.slice(-NEAR_LEVELS).join(' · ')
