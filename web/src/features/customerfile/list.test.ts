import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import { answers } from '@/testing/network'
import { roomy } from '@/testing/screen'
import CustomersPage from './CustomersPage.vue'
import OverviewTab from './OverviewTab.vue'

const ROW = {
  id: 'c1',
  number: 'C1',
  name: '恒远建材',
  creditCode: null,
  grade: null,
  warning: null,
  limit: { state: 'unlimited', amount: null },
  open: { amount: '5.00', currency: 'CNY' },
  overdue: { amount: '0.00', currency: 'CNY' },
  usage: null,
  maxDaysPastDue: null,
  termDays: null,
  keeper: null,
  deputyKeeper: null,
  department: null,
  otherCurrencies: [],
  assessedOn: null,
}

beforeEach(() => roomy())
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function customers(address: string, more: Record<string, Record<string, unknown>> = {}) {
  const seen = answers({
    '/customerfile/customers': { items: [ROW], next: null, count: 10_000, countExact: false },
    '/customerfile/customers/sums': { asOf: '2026-11-21', complete: false, byCurrency: [] },
    '/evaluation/grades': { scale: 'five', items: ['A', 'B'] },
    '/receivable/currencies': { items: ['CNY', 'USD'] },
    '/platform/views': { items: [] },
    '/identity/session': { rights: ['receivable.read'], nodes: [], node: {}, user: { id: 'u1' } },
    ...more,
  })
  const { wrapper, router } = await show(CustomersPage, {}, { address })
  await flushPromises()
  return { wrapper, router, seen }
}

describe('the list of customers', () => {
  it('of which not all were counted says at least how many, to readers of screens that nobody knows', async () => {
    const { wrapper } = await customers('/customers')
    expect(wrapper.get('[role=status]').text()).toBe('10,000+ 条')
    expect(wrapper.get('[role=grid]').attributes('aria-rowcount')).toBe('-1')
    expect(wrapper.text()).toContain('找到的客户太多，不做合计')
  })

  it('shows what a bar of the overview narrowed it to, and takes it back', async () => {
    const address = '/customers?limitFrom=100000.00&limitTo=500000.00&currency=USD&grade=-'
    const { wrapper, router, seen } = await customers(address)
    const asked = seen.find(({ path }) => path === '/customerfile/customers')?.query
    expect(asked?.get('limitTo')).toBe('500000.00')
    expect(asked?.get('currency')).toBe('USD')
    const filter = (label: string) =>
      wrapper
        .findAll('label.select')
        .find((found) => found.text().startsWith(label))
        ?.get('select')
    expect(filter('币种')?.element.value).toBe('USD')
    expect(filter('信用等级')?.element.selectedOptions[0]?.text).toBe('未评级')
    expect(filter('信用额度')?.element.selectedOptions[0]?.text).toBe('100,000–500,000')
    await filter('信用额度')?.setValue('["",""]')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ currency: 'USD', grade: '-' })
  })

  it('shows whose customers it was narrowed to, and takes that back', async () => {
    const { wrapper, router } = await customers('/customers?keeper=u1')
    const keeper = wrapper
      .findAll('label.select')
      .find((found) => found.text().startsWith('专管员'))
      ?.get('select')
    expect(keeper?.element.selectedOptions[0]?.text).toBe('我')
    await keeper?.setValue('')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({})
  })

  it('shows what is overdue on a screen of 1280 px without scrolling aside', async () => {
    const { wrapper } = await customers('/customers')
    const heads = wrapper.findAll('th').map((head) => head.text())
    const widths = wrapper.findAll('col').map((column) => Number.parseInt(column.element.style.width, 10))
    const end = heads.findIndex((head) => head.startsWith('逾期金额'))
    const MENU_AND_MARGINS = 208 + 40 + 20
    expect(end).toBeGreaterThan(0)
    expect(widths.slice(0, end + 2).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(1280 - MENU_AND_MARGINS)
  })

  it('asks for nothing of receivables on behalf of who may not see any', async () => {
    const session = { rights: [], nodes: [], node: {}, user: { id: 'u1' } }
    const { seen } = await customers('/customers', { '/identity/session': session })
    expect(seen.map(({ path }) => path)).not.toContain('/receivable/currencies')
  })

  it('narrows by the state of the limit', async () => {
    const { wrapper, router } = await customers('/customers')
    const filter = wrapper.findAll('label.select').find((found) => found.text().startsWith('额度状态'))
    await filter?.get('select').setValue('no-credit')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ limitState: 'no-credit' })
  })
})

describe('the overview of a customer', () => {
  const of = async (rights: string[]) => {
    const seen = answers({
      '/identity/session': { rights, nodes: [], node: {}, user: { id: 'u1' } },
      '/evaluation/ratings': rights.includes('evaluation.read') ? { items: [], next: null } : 403,
    })
    const { wrapper } = await show(OverviewTab, { customer: { ...ROW, contacts: [] } })
    await flushPromises()
    return { wrapper, asked: seen.map(({ path }) => path) }
  }

  it('asks for ratings only on behalf of who may read them', async () => {
    const archivist = await of(['customerfile.read'])
    expect(archivist.asked).not.toContain('/evaluation/ratings')
    expect(archivist.wrapper.find('[role=alert]').exists()).toBe(false)
    expect(archivist.wrapper.text()).not.toContain('为什么是')
    const sales = await of(['customerfile.read', 'evaluation.read'])
    expect(sales.asked).toContain('/evaluation/ratings')
    expect(sales.wrapper.text()).toContain('为什么是')
  })
})
