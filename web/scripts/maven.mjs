// What Maven calls: `install`, `build` or `test`. Each step is left out while nothing it depends on has changed,
// so that a build of the server does not pay for a front end nobody touched.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const step = process.argv[2]

const SOURCES = [
  'src',
  'public',
  'scripts',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  '.npmrc',
]
const CHECKED = [...SOURCES, 'tsconfig.json', 'eslint.config.js', '.prettierrc.json', '.prettierignore']
const GLOSSARY = '../docs/glossary.md'
const HELP = '../docs/user'
const OPENAPI = '../openapi.yaml'

const STEPS = {
  install: {
    inputs: ['package.json', 'package-lock.json', '.npmrc'],
    stamp: 'node_modules/.xindang-stamp',
    runs: [['ci']],
  },
  build: {
    inputs: [...SOURCES, HELP],
    stamp: 'target/build.stamp',
    result: 'target/classes/static/index.html',
    runs: [
      ['run', 'build'],
      ['run', 'size'],
    ],
  },
  test: {
    inputs: [...CHECKED, GLOSSARY, HELP, OPENAPI],
    stamp: 'target/test.stamp',
    runs: [
      ['run', 'lint'],
      ['run', 'api', '--', '--check'],
      ['run', 'types'],
      ['run', 'terms', '--', '--check'],
      ['run', 'test'],
    ],
  },
}

function files(name) {
  const full = path.join(home, name)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [name]
  return readdirSync(full)
    .sort()
    .flatMap((child) => files(path.join(name, child)))
}

function stampOf(inputs) {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(files)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(home, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function run(args) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) process.exit(done.status ?? 70)
}

const plan = STEPS[step]
if (plan === undefined) {
  process.stderr.write(`Unknown step ${step}; one of ${Object.keys(STEPS).join(', ')}.\n`)
  process.exit(64)
}
const stampFile = path.join(home, plan.stamp)
const wanted = stampOf(plan.inputs)
const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted
if (current && (plan.result === undefined || existsSync(path.join(home, plan.result)))) {
  process.stdout.write(`web ${step}: nothing changed\n`)
} else {
  rmSync(stampFile, { force: true })
  plan.runs.forEach(run)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}
