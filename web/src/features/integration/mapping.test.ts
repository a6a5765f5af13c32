import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Import } from '@/app/api/contract'
import { show } from '@/testing/mounting'
import MappingStep from './MappingStep.vue'

type Question = Import['questions'][number]
interface Sent {
  method: string
  url: string
  body: unknown
}

const HEADERS = ['客户', '金额', '金额', '开票日期', '到期日', '币种']
const FIELDS = ['customer', 'amount', null, 'issued', 'due', null]
const ORDERS = ['day/month/year', 'month/day/year']
const dates = (code: string, column: number): Question => ({
  column,
  field: FIELDS[column] ?? '',
  code,
  choices: ORDERS,
})
const columnQuestion: Question = { column: null, field: 'amount', code: 'column-ambiguous', choices: ['金额', '金额'] }
const dollar: Question = { column: 1, field: 'currency', code: 'currency-ambiguous', choices: ['USD', 'HKD'] }

const item = (questions: Question[], more: Partial<Import> = {}): Import => ({
  id: 'i1',
  kind: 'invoices',
  file: 'a.csv',
  bytes: 1,
  sha256: '',
  state: 'uploaded',
  interrupted: null,
  columns: HEADERS.map((header, index) => ({ index, header, field: FIELDS[index] ?? null, samples: [], guess: null })),
  questions,
  fields: ['customer', 'amount', 'due', 'issued'].map((key) => ({ key, required: key !== 'issued' })),
  counts: {},
  currency: null,
  dateOrder: null,
  unit: null,
  problem: null,
  asOf: null,
  job: null,
  undoUntil: null,
  createdAt: '2026-11-22T08:00:00+08:00',
  result: {},
  ...more,
})

let sent: Sent[] = []
let mapped: Import = item([], { state: 'mapped' })

beforeEach(() => {
  sent = []
  mapped = item([], { state: 'mapped' })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ method: init.method ?? '', url, body: typeof init.body === 'string' ? JSON.parse(init.body) : null })
    return Promise.resolve(new Response(JSON.stringify(url.endsWith('/check') ? { id: 'j1' } : mapped)))
  })
})
afterEach(() => vi.unstubAllGlobals())

const questions = (wrapper: VueWrapper) => wrapper.findAll('.question select')
const button = (wrapper: VueWrapper) => wrapper.get('button')
async function go(wrapper: VueWrapper): Promise<unknown> {
  await button(wrapper).trigger('click')
  await flushPromises()
  return sent[0]?.body
}
const columns = { customer: 0, amount: 1, issued: 3, due: 4 }

describe('the questions of an import', () => {
  it.each([
    [
      'date-order-ambiguous',
      dates('date-order-ambiguous', 4),
      'month/day/year',
      { columns, dateOrder: 'month/day/year' },
    ],
    [
      'date-order-contradictory',
      dates('date-order-contradictory', 3),
      'day/month/year',
      { columns, dateOrder: 'day/month/year' },
    ],
    ['currency-ambiguous', dollar, 'HKD', { columns, currency: 'HKD' }],
    ['column-ambiguous', columnQuestion, '2', { columns: { ...columns, amount: 2 } }],
  ])('%s must be answered, and its answer is sent', async (_, question, answer, body) => {
    const { wrapper } = await show(MappingStep, { item: item([question]) })
    expect(button(wrapper).attributes('disabled')).toBeDefined()
    await questions(wrapper)[0]?.setValue(answer)
    expect(await go(wrapper)).toEqual(body)
    expect(sent.map(({ method, url }) => `${method} ${url.split('/').pop()}`)).toEqual(['PUT mapping', 'POST check'])
  })

  it('are named in words', async () => {
    const { wrapper } = await show(MappingStep, { item: item([dates('date-order-ambiguous', 4), columnQuestion]) })
    const texts = wrapper.findAll('.question').map((question) => question.text())
    expect(texts[0]).toBe('日期的次序 到期日请选择日/月/年月/日/年')
    expect(texts[1]).toBe('有几列都像，哪一列是 金额请选择金额 (2)金额 (3)')
  })

  it('about two columns of dates are one, with one answer', async () => {
    const both = [dates('date-order-ambiguous', 3), dates('date-order-ambiguous', 4)]
    const { wrapper } = await show(MappingStep, { item: item(both) })
    expect(questions(wrapper)).toHaveLength(1)
    expect(wrapper.get('.question').text()).toContain('开票日期、到期日')
  })

  it('about a column are answered in the table as well', async () => {
    const { wrapper } = await show(MappingStep, { item: item([columnQuestion]) })
    await wrapper.findAll('table select')[2]?.setValue('amount')
    expect((questions(wrapper)[0]?.element as HTMLSelectElement).value).toBe('2')
    expect(await go(wrapper)).toEqual({ columns: { ...columns, amount: 2 } })
  })

  it('that a new reading raises are asked before anything is checked', async () => {
    const { wrapper } = await show(MappingStep, { item: item([]) })
    mapped = item([dates('date-order-ambiguous', 4)])
    await go(wrapper)
    expect(sent.map(({ method }) => method)).toEqual(['PUT'])
    expect(wrapper.emitted('mapped')?.[0]).toEqual([mapped])
    await wrapper.setProps({ item: mapped })
    expect(questions(wrapper)).toHaveLength(1)
    expect(button(wrapper).attributes('disabled')).toBeDefined()
  })

  it('answered before stay answered, and can be asked anew', async () => {
    const { wrapper } = await show(MappingStep, { item: item([], { dateOrder: 'day/month/year', currency: 'USD' }) })
    expect(await go(wrapper)).toEqual({ columns, dateOrder: 'day/month/year', currency: 'USD' })
    sent = []
    await questions(wrapper)[0]?.setValue('')
    expect(await go(wrapper)).toEqual({ columns, currency: 'USD' })
  })

  it('stand beside what makes the file unreadable, in words', async () => {
    const { wrapper } = await show(MappingStep, { item: item([], { problem: 'map-column-twice' }) }, { locale: 'en' })
    expect(wrapper.get('[role=alert]').text()).toContain('one column is to hold two things')
  })
})
