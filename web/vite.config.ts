import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.MULIN_URL ?? 'http://localhost:8080'

/** Faces with an address of their own; all else is the residents'. */
const STAFF_FACES = ['desk', 'command', 'grid']

const TESTS = '{modules,faces}/**/*.test.ts'
const DRAWN = '{modules,faces}/**/*.drawn.test.ts'

/** Each face's page stands where the server looks for it: index.html, desk/index.html and so on. */
function faces(): Plugin {
  return {
    name: 'mulin-faces',
    enforce: 'post',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? ''
        const isPage = request.headers.accept?.includes('text/html') && !path.startsWith('/api')
        const face = STAFF_FACES.find(name => path === `/${name}` || path.startsWith(`/${name}/`)) ?? 'resident'
        if (isPage) request.url = `/faces/${face}/index.html`
        next()
      })
    },
    generateBundle(_options, bundle) {
      for (const [from, to] of [
        ['faces/resident/index.html', 'index.html'],
        ...STAFF_FACES.map(face => [`faces/${face}/index.html`, `${face}/index.html`] as const),
      ] as const) {
        const page = bundle[from]
        if (page) page.fileName = to
      }
    },
  }
}

/** vant's icon font is asked for at an outside address; no face makes an outside request, so the rule goes. */
function noOutsideFonts(): Plugin {
  return {
    name: 'mulin-no-outside-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.css') && !id.includes('.css?')) return null
      return code.replaceAll(/@font-face\s*\{[^}]*(?:https?:)?\/\/[^}]*\}/g, '')
    },
  }
}

export default defineConfig({
  root: here('.'),
  plugins: [vue(), noOutsideFonts(), faces()],
  resolve: { alias: { '@': here('./modules') } },
  build: {
    outDir: here('../target/classes/static'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: ['resident', ...STAFF_FACES].map(face => here(`./faces/${face}/index.html`)) },
  },
  server: { proxy: { '/api': server } },
  // what is drawn has a window of its own; all else shares one, which takes a tenth of the time
  test: {
    environment: 'happy-dom',
    projects: [
      { extends: true, test: { name: 'drawn', include: [DRAWN] } },
      { extends: true, test: { name: 'plain', include: [TESTS], exclude: [DRAWN], isolate: false } },
    ],
  },
})
