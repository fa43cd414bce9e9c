import { defineConfig } from '@playwright/test'
import { browserPath } from './e2e/browser'

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  timeout: 240_000,
  expect: { timeout: 10_000 },
  // what counts in the hotline's inbox must not be disturbed; the others run beside it; what lets days pass comes last
  workers: 2,
  projects: [
    { name: 'loop', testMatch: /(command|desk|intake|joint|neighbours|notice|resident)\.spec/, workers: 1 },
    { name: 'beside', testMatch: /(callback|clock|exchange|grid|honesty|hot|policy|rates|screens)\.spec/, workers: 1 },
    { name: 'later', testMatch: /(admission|models)\.spec/, workers: 1, dependencies: ['loop', 'beside'] },
  ],
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: process.env.MULIN_URL ?? 'http://localhost:8080',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    contextOptions: { reducedMotion: 'reduce' },
    // a trace films every page, which costs more than the page: npx playwright test --trace on
    screenshot: 'only-on-failure',
    // what hangs says where, long before its journey's time is over
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: await browserPath(),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // pages are drawn by the processor, only the map by SwiftShader: a third less work on two cores
        '--disable-gpu',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
})
