import journeys from './playwright.config'

const { projects: _, ...house } = journeys

/** Not a test: takes the pictures of the READMEs from a fresh demo, at twice the pixels. */
export default {
  ...house,
  testDir: './pictures',
  testMatch: '*.pictures.ts',
  workers: 1,
  use: { ...journeys.use, deviceScaleFactor: 2 },
}
