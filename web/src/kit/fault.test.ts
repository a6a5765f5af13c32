import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { problemOf } from '@/app/api/problem'
import { show } from '@/testing/mounting'
import en from './locale/en'
import zh from './locale/zh-CN'
import XdFault from './XdFault.vue'

it('a refusal says which value does not fit, and why', async () => {
  const error = problemOf(422, {
    code: 'invalid-fields',
    title: '有些内容不合要求',
    detail: '',
    reasons: [
      { field: 'asOf', facts: { code: 'future' } },
      { field: 'width', facts: { code: 'strange' } },
    ],
  })
  const { wrapper } = await show(XdFault, { error })
  expect(wrapper.text()).toContain('日期：晚于今天')
  expect(wrapper.text()).toContain('width：不合要求')
})

/** What the server's code says when a field does not fit: the field, and a code of why. */
function said(): [string, string][] {
  const server = path.resolve(import.meta.dirname, '../../../server/src/main/java')
  return readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .flatMap((file) => [
      ...readFileSync(path.join(server, file), 'utf8').matchAll(/Reason\.field\(\s*"(\w+)",\s*"([a-z-]+[a-z])"\)/g),
    ])
    .map(([, field, code]) => [field ?? '', code ?? ''])
}

it.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('every field and reason the server names has words in %s', (_, texts) => {
  const fields: Record<string, string> = texts.fault.field
  const because: Record<string, string> = texts.fault.because
  const found = said()
  expect(found.length).toBeGreaterThan(40)
  const missing = found.flatMap(([field, code]) => [
    ...(field in fields ? [] : [`field ${field}`]),
    ...(code in because ? [] : [`because ${code}`]),
  ])
  expect([...new Set(missing)]).toEqual([])
})
