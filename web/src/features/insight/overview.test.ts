import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import { answers } from '@/testing/network'
import InsightPage from './InsightPage.vue'
import { gradeChart } from './charts'

const DISTRIBUTION = {
  asOf: '2026-11-21',
  grades: [
    { grade: 'A', step: 1, steps: 2, customers: 5, open: '1.00', limit: '1.00' },
    { grade: 'B', step: 2, steps: 2, customers: 3, open: '1.00', limit: '1.00' },
  ],
  notRated: 4,
  limits: [
    { from: '0.00', to: '100000.00', customers: 6, limit: '1.00' },
    { from: '100000.00', to: null, customers: 2, limit: '1.00' },
  ],
  states: [
    { state: 'not-assessed' as const, customers: 4 },
    { state: 'capped' as const, customers: 8 },
  ],
}
const SUMS = {
  asOf: '2026-11-21',
  complete: true,
  byCurrency: [
    { currency: 'CNY', customers: 1100, limit: '1.00', open: '1.00', overdue: '0.00' },
    { currency: 'USD', customers: 12, limit: '1.00', open: '1.00', overdue: '0.00' },
  ],
}

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function overview(sums: typeof SUMS | number = SUMS, address = '/insight?currency=USD') {
  answers({
    '/insight/distribution': DISTRIBUTION,
    '/customerfile/customers/sums': sums,
    '/receivable/currencies': { items: ['CNY', 'USD'] },
    '/identity/session': { rights: ['insight.assess', 'receivable.read'], nodes: [], node: {}, user: {} },
  })
  const { wrapper, router } = await show(InsightPage, {}, { address })
  await flushPromises()
  return { wrapper, router }
}

describe('the overview', () => {
  it.each([
    [0, 'A', { grade: 'A', currency: 'USD' }],
    [0, '未评级', { grade: '-', currency: 'USD' }],
    [1, '0–100,000', { limitFrom: '0.00', limitTo: '100000.00', sort: '-limit', currency: 'USD' }],
    [1, '100,000 以上', { limitFrom: '100000.00', sort: '-limit', currency: 'USD' }],
    [2, '未评估', { limitState: 'not-assessed', currency: 'USD' }],
    [2, '有额度', { limitState: 'capped', currency: 'USD' }],
  ])('in card %i leads from %s to just those customers', async (index, bar, query) => {
    const { wrapper, router } = await overview()
    const card = wrapper.findAll('.card')[index]
    await card?.get('button').trigger('click')
    const row = card?.findAll('tbody tr').find((line) => line.get('th').text() === bar)
    await row?.get('button').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual(query)
  })

  it('counts customers without a grade in a bar of their own', () => {
    expect(gradeChart(DISTRIBUTION, (key) => key)).toMatchObject({
      categories: ['A', 'B', 'kit.grade.none'],
      series: [{ values: ['5', '3', '4'] }],
    })
  })

  it('asks before an assessment with the number of all customers, of any currency', async () => {
    const { wrapper } = await overview()
    expect(wrapper.get('.figures').text()).toContain('客户数12')
    await wrapper
      .findAll('button')
      .find((button) => button.text() === '重新评估')
      ?.trigger('click')
    expect(document.body.textContent).toContain('重新评估 1,112 个客户')
  })

  it('says so when its figures cannot be read, and asks without a number', async () => {
    const { wrapper } = await overview(500)
    expect(wrapper.get('[role=alert]').text()).toContain('没有完成')
    await wrapper
      .findAll('button')
      .find((button) => button.text() === '重新评估')
      ?.trigger('click')
    expect(document.body.textContent).toContain('重新评估全部客户')
  })
})
