/** Significant digits of a code by level: city, county, street, community; a grid has 15, none of them filling. */
const SIGNIFICANT = [4, 6, 9, 12]
const GRID_digits = 15

function significant(code: string): string {
  if (code.length >= GRID_digits) return code
  const digits = SIGNIFICANT.find(count => /^0*$/.test(code.slice(count))) ?? code.length
  return code.slice(0, digits)
}

/** Whether an area is, or lies in, another one. */
export const isWithin = (code: string, area: string): boolean => code.startsWith(significant(area))
