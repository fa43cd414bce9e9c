import { existsSync } from 'node:fs'

/** A browser without an installation step: the named one, the system's, or the one that came with the packages. */
export async function browserPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  const packed = await import('@sparticuz/chromium')
  return packed.default.executablePath()
}
