import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

const testing = process.env.VITEST !== undefined

/** The server to develop against; the built files themselves are served by the server, from one origin. */
const backend = process.env.XINDANG_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [
    vue(),
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
