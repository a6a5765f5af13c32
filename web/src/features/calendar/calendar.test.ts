import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import CalendarPage from './CalendarPage.vue'

const KNOWN = {
  year: 2026,
  file: '2026.json',
  papers: ['https://example.com/notice', '国务院办公厅通知'],
  daysOff: 2,
  workedWeekends: 1,
  importedBy: { id: 'u1', name: '王敏' },
  importedAt: '2026-01-02T02:00:00Z',
  earlier: [{ file: 'old.json', importedBy: { id: 'u2', name: '李强' }, importedAt: '2025-12-01T02:00:00Z' }],
}
const DAYS = [
  { day: '2026-10-01', worked: false, name: '国庆节' },
  { day: '2026-10-02', worked: false, name: '国庆节' },
  { day: '2026-10-03', worked: false, name: null },
  { day: '2026-10-10', worked: true, name: '国庆节' },
]
const CHECKED = {
  year: 2027,
  replaces: false,
  daysOff: 1,
  workedWeekends: 0,
  changes: [{ day: '2027-01-01', workedBefore: true, workedAfter: false, before: null, after: '元旦' }],
}
let mayImport = false
let years: unknown[] = []
let refusal: unknown = null
let sent: { line: string; body: unknown; etag: string | null }[] = []

function answerTo(url: string): unknown {
  if (url.includes('/identity/session'))
    return { user: { id: 'u1' }, rights: [], nodes: [], node: {}, businessDate: '2026-03-02' }
  if (url.includes('/calendar/days')) return { items: DAYS, unannounced: [] }
  if (url.includes('/calendar/deadlines')) return { last: '2026-03-16', reminder: '2026-03-13', provisional: true }
  return { items: years, mayImport }
}

beforeEach(() => {
  sent = []
  mayImport = false
  years = [KNOWN]
  refusal = null
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (init.method === 'GET') {
      sent.push({ line: url.replace('/api/v1', ''), body: null, etag: null })
      return Promise.resolve(new Response(JSON.stringify(answerTo(url)), { headers: { ETag: '"7"' } }))
    }
    const line = `${init.method} ${url.replace('/api/v1', '')}`
    sent.push({ line, body: JSON.parse(init.body ?? '{}'), etag: init.headers.get('If-Match') })
    if (refusal !== null) return Promise.resolve(new Response(JSON.stringify(refusal), { status: 422 }))
    return Promise.resolve(new Response(JSON.stringify(line.endsWith('/check') ? CHECKED : { ...KNOWN, year: 2027 })))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) await flushPromises()
}

async function page(address = '/calendar') {
  const { wrapper, router } = await show(CalendarPage, {}, { address })
  await settle()
  return { wrapper, router }
}

async function choose(wrapper: Awaited<ReturnType<typeof page>>['wrapper'], content: BlobPart): Promise<void> {
  const input = wrapper.get<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [new File([content], '2027.json')], configurable: true })
  await input.trigger('change')
  await settle()
}

const press = async (wrapper: Awaited<ReturnType<typeof page>>['wrapper'], text: string): Promise<void> => {
  const button = wrapper.findAll('button').find((one) => one.text() === text)
  await button?.trigger('click')
  await settle()
}

describe('the calendar', () => {
  it('shows a year with its days in words, and where it comes from', async () => {
    const { wrapper } = await page()
    expect(sent.map(({ line }) => line)).toContain('/calendar/days?from=2026-01-01&to=2026-12-31')
    expect(wrapper.get('td.off').text()).toContain('放假、国庆节')
    expect(wrapper.get('td.extra').text()).toMatch(/班[\s\S]*调休上班、国庆节/)
    expect(wrapper.get('td.weekend').text()).toContain('周末')
    expect(wrapper.text()).toContain('来自文件 2026.json，由 王敏 于 2026-01-02 10:00 导入。')
    expect(wrapper.text()).toContain('已被替换的导入 1 次')
    expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual(['https://example.com/notice'])
    expect(wrapper.text()).toContain('2026-10-01 – 2026-10-02')
    expect(wrapper.findAll('button').map((button) => button.text())).not.toContain('导入节假日')
  })

  it('goes from year to year and says what is not announced', async () => {
    const { wrapper, router } = await page()
    await wrapper.get('[aria-label=下一年]').trigger('click')
    await settle()
    expect(router.currentRoute.value.query.year).toBe('2027')
    expect(wrapper.text()).toContain('2027 年的放假安排尚未导入')
    expect(sent.map(({ line }) => line)).toContain('/calendar/days?from=2027-01-01&to=2027-12-31')
  })
})

describe('an import', () => {
  it('shows what would change and comes in once confirmed, on what was looked at', async () => {
    mayImport = true
    const { wrapper, router } = await page()
    await press(wrapper, '导入节假日')
    await choose(wrapper, '{"year":2027}')
    expect(wrapper.text()).toContain('将导入 2027 年。')
    expect(wrapper.text()).toMatch(/2027-01-01 星期五\s*工作日\s*放假、元旦/)
    await press(wrapper, '导入 2027 年')
    const body = { file: '2027.json', text: '{"year":2027}' }
    expect(sent.filter(({ line }) => line.startsWith('POST'))).toEqual([
      { line: 'POST /calendar/imports/check', body, etag: null },
      { line: 'POST /calendar/imports', body, etag: '"7"' },
    ])
    expect(router.currentRoute.value.query.year).toBe('2027')
  })

  it('tells every problem with its place, and offers nothing to confirm', async () => {
    mayImport = true
    const fact = (facts: Record<string, string>) => ({ facts })
    refusal = {
      code: 'holidays-unfit',
      title: '节假日文件不符合要求',
      reasons: [
        fact({ code: 'contradiction', keyword: 'no-such-day', pointer: '/days/1/date', value: '2027-02-30' }),
        fact({ code: 'not-json', line: '3', column: '7' }),
        fact({ code: 'schema', keyword: 'uniqueItems', pointer: '/papers', expected: 'must be unique' }),
      ],
    }
    const { wrapper } = await page()
    await press(wrapper, '导入节假日')
    await choose(wrapper, '{"year":2027}')
    expect(wrapper.findAll('ol.problems li').map((line) => line.text())).toEqual([
      '第 2 个日期（/days/1/date）：没有 2027-02-30 这一天。',
      '第 3 行第 7 列不符合 JSON 格式。',
      '/papers：must be unique',
    ])
    expect(wrapper.text()).not.toContain('导入 2027 年')
  })

  it('refuses what is not UTF-8 before anything is sent', async () => {
    mayImport = true
    const { wrapper } = await page()
    await press(wrapper, '导入节假日')
    await choose(wrapper, new Uint8Array([0xff, 0xfe, 0x7b]))
    expect(wrapper.text()).toContain('文件不是 UTF-8 编码')
    expect(sent.some(({ line }) => line.startsWith('POST'))).toBe(false)
  })
})

describe('the deadline calculator', () => {
  it('asks as the form says and forgets the answer when the question changes', async () => {
    const { wrapper } = await page()
    await wrapper.get('#deadline-count').setValue('10')
    const [unit, counting] = wrapper.findAll('form select')
    await unit?.setValue('D')
    await counting?.setValue('workingDays')
    await wrapper.get('form').trigger('submit')
    await settle()
    expect(sent.map(({ line }) => line)).toContain(
      '/calendar/deadlines?since=2026-03-02&duration=P10D&counting=workingDays&shift=none',
    )
    const answer = wrapper.get('[role=status] dl')
    expect(answer.text()).toMatch(/2026-03-16 星期一[\s\S]*2026-03-13 星期五/)
    expect(wrapper.text()).toContain('暂定')
    await wrapper.get('#deadline-count').setValue('11')
    expect(wrapper.find('[role=status] dl').exists()).toBe(false)
  })
})
