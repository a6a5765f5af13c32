import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Item } from '@/app/api/contract'
import type { GridColumn } from '@/kit/grid'
import { useLabels } from '@/kit/labels'
import { shownMoney } from '@/kit/money'

type Column = GridColumn<Item>

const money = (value: Item['amount']): string => shownMoney(value.amount, value.currency)

/** Columns of amounts and days; they need no words of a language. */
const figures: Omit<Column, 'title'>[] = [
  { key: 'issued', width: 110, sort: 'issued', text: (row) => row.issued ?? '—' },
  { key: 'due', width: 110, sort: 'due', card: true, text: (row) => row.due },
  { key: 'amount', width: 140, align: 'right', sort: 'amount', text: (row) => money(row.amount) },
  { key: 'settled', width: 140, align: 'right', text: (row) => money(row.settled) },
  { key: 'open', width: 140, align: 'right', sort: 'open', card: true, text: (row) => money(row.open) },
  {
    key: 'daysPastDue',
    width: 110,
    align: 'right',
    card: true,
    text: (row) => (row.daysPastDue > 0 ? String(row.daysPastDue) : '—'),
  },
]

export function useItemColumns(withoutCustomer: boolean): ComputedRef<Column[]> {
  const { t } = useI18n()
  const labels = useLabels()
  const customer: Omit<Column, 'title'> = { key: 'customer', width: 220, card: true, text: (row) => row.customer.name }
  const invoice: Omit<Column, 'title'> = {
    key: 'invoice',
    width: 150,
    sort: 'invoice',
    card: true,
    text: (row) => row.invoice,
  }
  const words: Omit<Column, 'title'>[] = [
    { key: 'bucket', width: 120, text: (row) => labels.bucket(row.bucket) },
    { key: 'disputed', width: 92, text: (row) => (row.disputed ? t('receivable.disputed') : '') },
  ]
  return computed(() =>
    [...(withoutCustomer ? [] : [customer]), invoice, ...figures, ...words].map((column) => ({
      ...column,
      title: t(`receivable.column.${column.key}`),
    })),
  )
}
