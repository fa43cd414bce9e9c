/** `org.mulin.ticket.dispatched.v1` → `dispatched`, the key of its name in the words. */
export const shortName = (type: string): string => /^org\.mulin\.ticket\.([a-z-]+)\.v\d+$/.exec(type)?.[1] ?? type
