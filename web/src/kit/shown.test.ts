import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref, type ComputedRef } from 'vue'
import CustomerFigures from '@/features/customerfile/CustomerFigures.vue'
import { useCustomerColumns } from '@/features/customerfile/columns'
import InsightPage from '@/features/insight/InsightPage.vue'
import AgeingTotalsCard from '@/features/receivable/AgeingTotalsCard.vue'
import { useAgeingColumns } from '@/features/receivable/ageingColumns'
import { AGEING_FILTERS } from '@/features/receivable/api'
import { useItemColumns } from '@/features/receivable/itemColumns'
import { show } from '@/testing/mounting'
import { answers } from '@/testing/network'
import type { GridColumn } from './grid'
import XdAgeBar from './XdAgeBar.vue'
import XdMoney from './XdMoney.vue'

/** The heads of the columns that a composable gives. */
async function heads<Row>(
  columns: () => ComputedRef<GridColumn<Row>[]>,
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<string[]> {
  let found: string[] = []
  const host = defineComponent(() => {
    found = columns().value.map((column) => column.title)
    return () => h('p')
  })
  await show(host, {}, { locale })
  return found
}

const yuan = (amount: string) => ({ amount, currency: 'CNY' })

describe('amounts shown in 万元 name the unit', () => {
  beforeEach(() => localStorage.setItem('xd.preferences', JSON.stringify({ unit: 'tenThousand' })))
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    [yuan('1800000.00'), false, 'zh-CN', '¥180.00万'],
    [yuan('1800000.00'), true, 'zh-CN', '180.00'],
    [{ amount: '120000.00', currency: 'USD' }, true, 'zh-CN', 'USD 12.00万'],
    [yuan('-60474.00'), false, 'en', '-¥6.05 ×10k'],
  ] as const)('%j, in a cell: %s, in %s as %s', async (value, bare, locale, text) => {
    const { wrapper } = await show(XdMoney, { value, bare }, { locale })
    expect(wrapper.text()).toBe(text)
  })

  it('on the page and in the preview of a customer', async () => {
    const customer = {
      limit: { state: 'capped', amount: yuan('1800000.00') },
      open: yuan('1200000.00'),
      overdue: yuan('50000.00'),
      usage: '0.6667',
      maxDaysPastDue: null,
      termDays: 30,
    }
    const { wrapper } = await show(CustomerFigures, { customer })
    const texts = wrapper.findAll('dd').map((cell) => cell.text())
    expect(texts).toEqual(expect.arrayContaining(['¥180.00万', '¥120.00万', '¥60.00万', '¥5.00万']))
  })

  it('in the heads of the three lists', async () => {
    expect(await heads(useCustomerColumns)).toEqual(expect.arrayContaining(['信用额度 (万元)', '逾期金额 (万元)']))
    expect(await heads(() => useItemColumns(false))).toEqual(
      expect.arrayContaining(['金额 (万元)', '已核销 (万元)', '未清金额 (万元)']),
    )
    const ageing = (currency: string) => () =>
      useAgeingColumns(ref(['not-due']), () => ({ ...AGEING_FILTERS, currency }))
    expect(await heads(ageing('CNY'))).toEqual(['客户', '未清金额 (万元)', '逾期金额 (万元)', '未到期 (万元)'])
    expect(await heads(ageing('USD'), 'en')).toContain('Open (10,000 USD)')
  })

  it('in the head of the ageing table and in its bar', async () => {
    const totals = {
      complete: true,
      customers: 40,
      open: '1800000.00',
      overdue: '900000.00',
      difference: '0.00',
      amounts: ['900000.00', '900000.00'],
      bookedLater: 0,
    }
    const props = { totals, error: null, buckets: ['not-due', '1-30'], currency: 'CNY', asOf: '2026-11-21' }
    const { wrapper } = await show(AgeingTotalsCard, props)
    expect(wrapper.text()).toContain('¥180.00万')
    expect(wrapper.findAll('dd').map((cell) => cell.text())).toEqual(['¥90.00万', '¥90.00万'])
  })

  it('in the bar of one customer, in the currency of his account', async () => {
    const props = { buckets: ['not-due'], amounts: ['120000.00'], currency: 'USD', label: '账龄' }
    const { wrapper } = await show(XdAgeBar, props)
    expect(wrapper.get('dd').text()).toBe('USD 12.00万')
  })

  it('in the figures of the overview', async () => {
    answers({
      '/customerfile/customers/sums': {
        asOf: '2026-11-21',
        complete: true,
        byCurrency: [{ currency: 'CNY', customers: 2, limit: '1800000.00', open: '1200000.00', overdue: '600000.00' }],
      },
    })
    const { wrapper } = await show(InsightPage)
    await flushPromises()
    const figures = wrapper.get('.figures')
    expect(figures.text()).toContain('¥180.00万')
    expect(figures.text()).toContain('¥120.00万')
  })
})
