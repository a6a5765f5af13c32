import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import { answers, type Asked } from '@/testing/network'
import { roomy } from '@/testing/screen'
import AgeingPage from './AgeingPage.vue'
import ItemsDrawer from './ItemsDrawer.vue'

const LINE = {
  key: { id: 'c1', number: 'C1', name: '恒远建材' },
  amounts: ['0.00', '264000.00'],
  open: '264000.00',
  overdue: '264000.00',
}
const PAGE = {
  asOf: '2026-11-21',
  currency: 'CNY',
  buckets: ['not-due', '1-30'],
  items: [LINE],
  next: null,
  count: 1,
  countExact: true,
}
const FOUND = {
  complete: true,
  amounts: LINE.amounts,
  open: LINE.open,
  overdue: LINE.overdue,
  customers: 1,
  difference: null,
  bookedLater: null,
}
const ALL = { ...FOUND, open: '9000000.00', overdue: '8000000.00', customers: 40, difference: '0.00', bookedLater: 0 }

beforeEach(() => roomy())
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** The ageing table at an address, where the server knows one customer called 恒远. */
async function ageing(address: string, wide = false) {
  const totals = ({ query }: Asked) => {
    if (query.get('q') === null) return ALL
    return wide ? { ...FOUND, complete: false, amounts: [], open: null, overdue: null, customers: 0 } : FOUND
  }
  const seen = answers({ '/receivable/ageing': PAGE, '/receivable/ageing/totals': totals })
  const { wrapper, router } = await show(AgeingPage, {}, { address })
  await flushPromises()
  return { wrapper, router, seen, foot: () => wrapper.find('tfoot') }
}

describe('sums of the ageing table', () => {
  it('are those of what the search found, and say that they are', async () => {
    const { wrapper, foot } = await ageing('/ageing?q=恒远')
    expect(foot().text()).toContain('264,000.00')
    expect(foot().text()).not.toContain('9,000,000.00')
    expect(wrapper.text()).toContain('找到 1 个客户')
    expect(wrapper.text()).not.toContain('与台账')
  })

  it('are of everything without a search, and checked against the ledger', async () => {
    const { wrapper, foot } = await ageing('/ageing')
    expect(foot().text()).toContain('9,000,000.00')
    expect(wrapper.text()).toContain('与台账一致，差异 0.00')
  })

  it('are not given where a search finds too many, and the reason is', async () => {
    const { wrapper, foot } = await ageing('/ageing?q=有限公司', true)
    expect(foot().exists()).toBe(false)
    expect(wrapper.text()).toContain('找到的客户太多，不做合计')
  })

  it('of departments know no search: its field goes, and so does what stood in it', async () => {
    const { wrapper, router } = await ageing('/ageing?q=恒远')
    expect(wrapper.find('input[type=search]').exists()).toBe(true)
    const by = wrapper.findAll('select').find((select) => select.find('option[value=department]').exists())
    await by?.setValue('department')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ by: 'department' })
    expect(wrapper.find('input[type=search]').exists()).toBe(false)
  })
})

describe('the items behind a cell', () => {
  const filters = { customer: 'c1', bucket: '1-30', asOf: '2026-11-21', currency: 'CNY', open: 'true', sort: 'due' }
  const cell = { title: '恒远建材', amount: '264000.00', currency: 'CNY', filters }

  async function behind(sums: Record<string, unknown>): Promise<string> {
    answers({ '/receivable/items/sums': sums, '/receivable/items': { items: [], next: null, count: 0 } })
    await show(ItemsDrawer, { modelValue: cell })
    await flushPromises()
    return document.querySelector('[role=dialog] .head')?.textContent ?? ''
  }
  const line = (open: string) => ({ currency: 'CNY', items: 3, amount: '300000.00', open })

  it.each([
    [{ byCurrency: [line('264000.00')], complete: true }, '¥264,000.00', '与明细一致'],
    [{ byCurrency: [line('263999.99')], complete: true }, '¥263,999.99', '与明细不一致'],
    [{ byCurrency: [], complete: true }, '¥0', '与明细不一致'],
    [{ byCurrency: [], complete: false }, '格子金额', '明细太多，不做合计'],
  ])('%j: the drawer shows %s and %s', async (sums, amount, verdict) => {
    const head = await behind(sums)
    expect(head).toContain('¥264,000.00')
    expect(head).toContain(amount)
    expect(head).toContain(verdict)
    expect(head).toContain('导出')
  })
})
