import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import LettersForList from './letters/LettersForList.vue'
import VerifyPage from './letters/VerifyPage.vue'

const TEMPLATE = {
  id: 't1',
  node: { id: 'n', name: '本公司' },
  code: 'statement',
  name: '对账函',
  language: 'zh',
  retired: false,
  version: 1,
  body: '<p>x</p>',
}
let sent: { line: string; body: unknown; key: string | null }[] = []
let withdrawn: boolean | null = false

beforeEach(() => {
  sent = []
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (init.method !== 'GET') {
      sent.push({
        line: `${init.method} ${url.replace('/api/v1', '')}`,
        body: JSON.parse(init.body ?? 'null'),
        key: init.headers.get('Idempotency-Key'),
      })
      return Promise.resolve(new Response(JSON.stringify({ id: 'j1', title: '对账函', kind: 'document.letters' })))
    }
    if (url.includes('verification'))
      return Promise.resolve(
        withdrawn === null
          ? new Response(JSON.stringify({ code: 'not-found', title: '没有', status: 404 }), {
              status: 404,
              headers: { 'Content-Type': 'application/problem+json' },
            })
          : new Response(
              JSON.stringify({ number: 'HJ-2026-000001', company: '本公司', madeOn: '2026-03-02', withdrawn }),
            ),
      )
    return Promise.resolve(
      new Response(JSON.stringify({ items: [TEMPLATE, { ...TEMPLATE, id: 't2', name: '旧函', retired: true }] })),
    )
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

it('writes to all customers of a list by a template in use', async () => {
  await show(LettersForList, { modelValue: true, filters: { grade: 'A' }, count: 12 })
  await flushPromises()
  const select = document.querySelector('select')
  expect(select?.textContent).toContain('对账函')
  expect(select?.textContent, 'retired').not.toContain('旧函')
  if (select !== null) {
    select.value = 't1'
    select.dispatchEvent(new Event('change'))
  }
  await flushPromises()
  const verb = [...document.querySelectorAll<HTMLButtonElement>('button.el-button--primary')].at(-1)
  verb?.click()
  await flushPromises()
  expect(sent).toEqual([
    {
      line: 'POST /customerfile/customers/letters?grade=A',
      body: { template: 't1' },
      key: expect.stringMatching(/.{20}/) as string,
    },
  ])
})

it.each([
  [false, '现行有效'],
  [true, '不再有效'],
  [null, '没有这封函件'],
])('tells whoever holds a letter whether it counts (withdrawn: %s)', async (state, words) => {
  withdrawn = state
  const { wrapper } = await show(VerifyPage, {}, { address: '/customers?c=0123456789ABCDEF' })
  await flushPromises()
  expect(wrapper.find('[role=status]').text()).toContain(words)
})
