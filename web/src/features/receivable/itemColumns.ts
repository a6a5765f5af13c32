import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Item } from '@/app/api/contract'
import type { GridColumn } from '@/kit/grid'
import { useLabels } from '@/kit/labels'
import { useShown } from '@/kit/shown'

type Column = GridColumn<Item>
type Plain = Omit<Column, 'title'>

/** Their heads name the unit of renminbi; other currencies are named in their cells. */
const AMOUNTS = ['amount', 'settled', 'open'] as const

const who: Plain = { key: 'customer', width: 220, card: true, text: (row) => row.customer.name }
const days: Plain[] = [
  { key: 'issued', width: 110, sort: 'issued', text: (row) => row.issued ?? '—' },
  { key: 'due', width: 110, sort: 'due', card: true, text: (row) => row.due },
]
const late: Plain = {
  key: 'daysPastDue',
  width: 110,
  align: 'right',
  card: true,
  text: (row) => (row.daysPastDue > 0 ? String(row.daysPastDue) : '—'),
}

export function useItemColumns(withoutCustomer: boolean): ComputedRef<Column[]> {
  const { t } = useI18n()
  const labels = useLabels()
  const shown = useShown()
  const invoice: Plain = { key: 'invoice', width: 150, sort: 'invoice', card: true, text: (row) => row.invoice }
  const amounts = AMOUNTS.map((key): Plain => ({
    key,
    width: 148,
    align: 'right',
    sort: key === 'settled' ? undefined : key,
    card: key === 'open',
    text: (row) => shown.money(row[key].amount, row[key].currency),
  }))
  const words: Plain[] = [
    { key: 'bucket', width: 120, text: (row) => labels.bucket(row.bucket) },
    { key: 'disputed', width: 92, text: (row) => (row.disputed ? t('receivable.disputed') : '') },
  ]
  const all = [...(withoutCustomer ? [] : [who]), invoice, ...days, ...amounts, late, ...words]
  const isAmount = (key: string): boolean => (AMOUNTS as readonly string[]).includes(key)
  return computed(() =>
    all.map((column) => {
      const title = t(`receivable.column.${column.key}`)
      return { ...column, title: isAmount(column.key) ? shown.head(title) : title }
    }),
  )
}
