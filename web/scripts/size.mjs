// Refuses a build that is too heavy: what a first visit loads, and what each lazy page adds on top.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const KB = 1000
const LIMITS = { firstJs: 220 * KB, firstCss: 40 * KB, page: 80 * KB, charts: 190 * KB, pdf: 150 * KB }
const CHARTS = /XdChartView|echarts/
const PDF = /viewer\/pdf/
const built = fileURLToPath(new URL('../target/classes/static/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${built}.vite/manifest.json`, 'utf8'))

const gzip = (file) => gzipSync(readFileSync(built + file), { level: 9 }).length

/** Everything a chunk needs before it can run: itself and its static imports. */
function needs(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key)
    for (const next of manifest[key].imports ?? []) needs(next, seen)
  }
  return seen
}

function weigh(keys) {
  const css = new Set([...keys].flatMap((key) => manifest[key].css ?? []))
  return {
    js: [...keys].reduce((sum, key) => sum + gzip(manifest[key].file), 0),
    css: [...css].reduce((sum, file) => sum + gzip(file), 0),
  }
}

const union = (...sets) => new Set(sets.flatMap((set) => [...set]))
const minus = (set, other) => new Set([...set].filter((key) => !other.has(key)))

const entry = needs(Object.keys(manifest).find((key) => manifest[key].isEntry))
const starters = ['src/app/i18n/zh-CN.ts', 'src/app/shell/AppShell.vue', 'src/features/customerfile/CustomersPage.vue']
const first = union(entry, ...starters.map((key) => needs(key)))

const faults = []
function check(name, size, limit) {
  const line = `${name.padEnd(58)} ${(size / KB).toFixed(1).padStart(7)} of ${limit / KB} kB gzip`
  process.stdout.write(`${line}\n`)
  if (size > limit) faults.push(line)
}

const weight = weigh(first)
check('first load of the customer list, JS', weight.js, LIMITS.firstJs)
check('first load of the customer list, CSS', weight.css, LIMITS.firstCss)
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || first.has(key)) continue
  const limit = CHARTS.test(key) ? LIMITS.charts : PDF.test(key) ? LIMITS.pdf : LIMITS.page
  check(key, weigh(minus(needs(key), first)).js, limit)
}
if (faults.length > 0) {
  process.stderr.write(`Too heavy:\n${faults.join('\n')}\n`)
  process.exit(1)
}
