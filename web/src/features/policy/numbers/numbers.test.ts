import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import NumbersPage from './NumbersPage.vue'

const RULES = [
  { kind: 'customer-file', pattern: '{dept}-{serial:4}', per: 'department', source: 'regime', node: null, version: 0 },
  {
    kind: 'slip',
    pattern: 'DJ-{serial:5}',
    per: 'company',
    source: 'set',
    node: { id: 'c', name: '本公司' },
    version: 2,
  },
]
const NUMBER = {
  id: 'n1',
  kind: 'slip',
  number: 'DJ-00001',
  serial: 1,
  node: { id: 'c', name: '本公司' },
  subject: { id: 's', name: '借阅单' },
  subjectKind: 'slip',
  givenOn: '2026-03-02',
  state: 'given',
  replacedOn: null,
  replacedBy: null,
  movedOn: null,
  voidedAt: null,
  voidedBy: null,
  reason: null,
}
let rights: string[] = []
let gaps = 0
let sent: { line: string; body: unknown; etag: string | null }[] = []

function answerTo(url: string): unknown {
  if (url.endsWith('/identity/session'))
    return { user: { id: 'u' }, rights, nodes: [], node: { id: 'c', name: '本公司' } }
  if (url.includes('/identity/nodes')) return { items: [{ id: 'c', name: '本公司', kind: 'company', closed: false }] }
  if (url.includes('/number-codes')) return { items: [{ node: 'c', code: 'ZD' }] }
  if (url.includes('/history')) return { items: [] }
  if (url.includes('/number-rules')) return { items: RULES }
  if (url.includes('/proof'))
    return { first: 'DJ-00001', last: 'DJ-00009', lastSerial: 9, count: 9 - gaps, voided: 1, gaps }
  if (url.includes('/numbers')) return { items: [NUMBER], next: null, count: 1 }
  return { items: [{ id: 'x', node: NUMBER.node, kind: 'slip', year: null, last: 9 }], next: null, count: 1 }
}

beforeEach(() => {
  sent = []
  gaps = 0
  rights = ['policy.read', 'policy.number']
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (init.method === 'GET') return Promise.resolve(new Response(JSON.stringify(answerTo(url))))
    const line = `${init.method} ${url.replace('/api/v1', '')}`
    sent.push({ line, body: JSON.parse(init.body ?? '{}'), etag: init.headers.get('If-Match') })
    const answer = line.includes('preview') ? { items: ['DJ-00010'] } : { ...NUMBER, version: 3 }
    return Promise.resolve(new Response(JSON.stringify(answer)))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await flushPromises()
}

async function page() {
  const { wrapper } = await show(NumbersPage)
  await settle()
  const press = async (name: string): Promise<void> => {
    const found = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
    )
    if (found === undefined) throw new Error(`no button ${name}`)
    found.click()
    await settle()
  }
  return { wrapper, press }
}

it('a kind that the regime rules is changed there, others here with preview, reason and version', async () => {
  const { wrapper, press } = await page()
  expect(wrapper.text()).toContain('制度规定')
  expect(wrapper.find('[aria-label="修改客户信用档案的编号规则"]').exists()).toBe(false)
  await press('修改单据的编号规则')
  expect(document.body.textContent).toContain('DJ-00010')
  const reason = document.querySelector<HTMLInputElement>('#number-reason')
  if (reason === null) throw new Error('no reason')
  reason.value = '统一'
  reason.dispatchEvent(new Event('input'))
  await press('保存')
  expect(sent.at(-1)).toEqual({
    line: 'PUT /policy/number-rules/slip',
    body: { node: 'c', pattern: 'DJ-{serial:5}', per: 'company', reason: '统一' },
    etag: '"2"',
  })
})

it('a series is counted, gaps are named, and a number is declared void with a reason', async () => {
  const { wrapper, press } = await page()
  await press('查看本公司的单据编号')
  expect(wrapper.text()).toContain('没有断号')
  expect(wrapper.text()).toContain('编号 9 个，其中作废 1 个，断号 0 个')
  await press('作废编号 DJ-00001')
  const reason = document.querySelector<HTMLInputElement>('#void-reason')
  if (reason === null) throw new Error('no reason')
  reason.value = '打印错误'
  reason.dispatchEvent(new Event('input'))
  await press('作废')
  expect(sent.at(-1)?.line).toBe('POST /policy/numbers/n1/void')
  expect(sent.at(-1)?.body).toEqual({ reason: '打印错误' })
})

it('says so where there is a gap, and offers nothing to who may not manage', async () => {
  gaps = 2
  rights = ['policy.read']
  const { wrapper, press } = await page()
  await press('查看本公司的单据编号')
  expect(wrapper.text()).toContain('发现断号')
  expect(wrapper.text()).not.toContain('作废原因')
  expect(wrapper.findAll('button').map((one) => one.text())).not.toContain('作废')
})
