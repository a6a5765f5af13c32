import type { Months } from '@/app/api/contract'
import type { ChartData } from '@/kit/chart'

/** Months by their number, the last one as what it is: today. Nothing at all was ever open: no chart. */
export function monthsChart(months: Months, t: (key: string) => string): ChartData {
  const empty = months.items.every((month) => /^[0.]*$/.test(month.open) && /^[0.]*$/.test(month.overdue))
  const items = empty ? [] : months.items
  return {
    categories: items.map((month, index) =>
      index === items.length - 1 ? t('customerfile.months.today') : month.on.slice(0, 7),
    ),
    series: [
      { name: t('customerfile.months.open'), values: items.map((month) => month.open), colour: '#4d86c9' },
      { name: t('customerfile.months.overdue'), values: items.map((month) => month.overdue), colour: '#bf4a0b' },
    ],
  }
}
