import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

const testing = process.env.VITEST !== undefined

/** The server to develop against; the built files themselves are served by the server, from one origin. */
const backend = process.env.XINDANG_SERVER ?? 'http://localhost:8080'

const pdf = fileURLToPath(new URL('./node_modules/pdfjs-dist/', import.meta.url))

/**
 * What the viewer of documents fetches when a PDF asks for it: tables of Chinese letters, and the decoder that needs no compiling,
 * which our policy for content forbids. Under the library's version, as they are kept for ever.
 */
const partsOfPdf = {
  name: 'parts-of-pdf',
  generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => void }) {
    const { version } = JSON.parse(readFileSync(`${pdf}package.json`, 'utf8')) as { version: string }
    for (const [folder, fits] of [
      ['cmaps', /\.bcmap$/],
      ['wasm', /_fallback\.js$/],
    ] as const)
      for (const name of readdirSync(pdf + folder).filter((one) => fits.test(one)))
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdf-${version}/${folder}/${name}`,
          source: readFileSync(`${pdf}${folder}/${name}`),
        })
  },
}

export default defineConfig({
  plugins: [
    vue(),
    partsOfPdf,
    // Styles are left out in tests: Node cannot read them and nothing there looks at them.
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: testing ? false : 'css' })] }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Our policy for content allows no inline code, and a data: address would be refused.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    // The help panel reads the manual, which lies beside this folder.
    fs: { allow: ['..'] },
    port: 5173,
    proxy: { '/api': { target: backend, changeOrigin: false } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
