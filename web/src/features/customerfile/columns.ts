import { useI18n } from 'vue-i18n'
import { computed, type ComputedRef } from 'vue'
import type { CustomerRow, Money } from '@/app/api/contract'
import type { GridColumn } from '@/kit/grid'
import { minus, shownAmount, shownShare } from '@/kit/money'
import { useShown } from '@/kit/shown'

/** What a customer may still be supplied on credit; unknown where there is no amount to take from. */
export function available(row: CustomerRow): { amount: string; currency: string } | null {
  const { limit, open } = row
  if (
    limit === null ||
    open === null ||
    limit.state !== 'capped' ||
    limit.amount === null ||
    limit.amount.currency !== open.currency
  )
    return null
  return { amount: minus(limit.amount.amount, open.amount), currency: open.currency }
}

/** What stands for a value above the reader's clearance. */
export const MASK = '•••'

type Column = GridColumn<CustomerRow>
type Plain = Omit<Column, 'title'>

const days = (value: number | null): string => (value === null ? '—' : String(value))

const amountOr = (money: Money | null): string => (money === null ? MASK : shownAmount(money.amount))

const who: Plain[] = [
  { key: 'number', width: 124, pinned: true, sort: 'number', text: (row) => row.number },
  { key: 'name', width: 168, pinned: true, sort: 'name', card: true, text: (row) => row.name },
  { key: 'grade', width: 80, sort: 'grade', card: true, text: (row) => row.grade?.code ?? '—' },
  { key: 'warning', width: 104, text: (row) => row.warning?.level ?? '' },
]

/** Their heads name the unit, so that cells carry no sign of currency. */
const amounts: Record<string, Plain> = {
  limit: { key: 'limit', width: 120, align: 'right', sort: 'limit', text: (row) => row.limit?.state ?? MASK },
  open: { key: 'open', width: 112, align: 'right', sort: 'open', text: (row) => amountOr(row.open) },
  overdue: {
    key: 'overdue',
    width: 112,
    align: 'right',
    sort: 'overdue',
    card: true,
    text: (row) => amountOr(row.overdue),
  },
  available: {
    key: 'available',
    width: 140,
    align: 'right',
    hidden: true,
    text: (row) => available(row)?.amount ?? '—',
  },
}

const usage: Plain = { key: 'usage', width: 96, sort: 'usage', card: true, text: (row) => shownShare(row.usage) }

const longest: Plain = {
  key: 'maxDaysPastDue',
  width: 96,
  align: 'right',
  sort: 'maxDaysPastDue',
  text: (row) => days(row.maxDaysPastDue),
}

const rest: Plain[] = [
  { key: 'keeper', width: 96, hidden: true, text: (row) => row.keeper?.name ?? '—' },
  { key: 'deputyKeeper', width: 96, hidden: true, text: (row) => row.deputyKeeper?.name ?? '—' },
  { key: 'department', width: 130, hidden: true, text: (row) => row.department?.name ?? '—' },
  { key: 'assessedOn', width: 116, hidden: true, text: (row) => row.assessedOn ?? '—' },
  amounts.available as Plain,
  { key: 'termDays', width: 110, align: 'right', hidden: true, text: (row) => days(row.termDays) },
  { key: 'creditCode', width: 190, hidden: true, text: (row) => row.creditCode ?? '—' },
  { key: 'level', width: 110, hidden: true, text: (row) => row.level },
]

const all: Plain[] = [
  ...who,
  amounts.limit as Plain,
  amounts.open as Plain,
  usage,
  amounts.overdue as Plain,
  longest,
  ...rest,
]

/** The columns of the customer list, as far as the server offers them. */
export function useCustomerColumns(): ComputedRef<Column[]> {
  const { t } = useI18n()
  const shown = useShown()
  return computed(() =>
    all.map((column) => {
      const title = t(`customerfile.column.${column.key}`)
      return { ...column, title: column.key in amounts ? shown.head(title) : title }
    }),
  )
}
