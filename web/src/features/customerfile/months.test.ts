import { describe, expect, it } from 'vitest'
import { monthsChart } from './months'

const t = (key: string) => key.replace('customerfile.months.', '')

describe('Month ends', () => {
  it('are named by month, the last one as today', () => {
    const chart = monthsChart(
      {
        currency: 'CNY',
        items: [
          { on: '2026-10-31', open: '100.00', overdue: '0.00' },
          { on: '2026-11-22', open: '80.00', overdue: '30.00' },
        ],
      },
      t,
    )
    expect(chart.categories).toEqual(['2026-10', 'today'])
    expect(chart.series.map((series) => [series.name, series.values])).toEqual([
      ['open', ['100.00', '80.00']],
      ['overdue', ['0.00', '30.00']],
    ])
  })

  it('without anything open are no chart', () => {
    const items = [{ on: '2026-11-22', open: '0.00', overdue: '0.00' }]
    expect(monthsChart({ currency: 'CNY', items }, t).categories).toEqual([])
  })
})
