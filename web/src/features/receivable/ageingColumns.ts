import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { GridColumn } from '@/kit/grid'
import { useLabels } from '@/kit/labels'
import { useShown } from '@/kit/shown'
import type { AgeingFilters, AgeingLine } from './api'

export const cellKey = (bucket: string): string => `bucket-${bucket}`

/** One column per bucket of the schedule that the server used, between the name and the sums. */
export function useAgeingColumns(
  buckets: Ref<string[]>,
  filters: () => AgeingFilters,
): ComputedRef<GridColumn<AgeingLine>[]> {
  const { t } = useI18n()
  const labels = useLabels()
  const shown = useShown()
  const amount = (key: string, title: string, of: (row: AgeingLine) => string | undefined): GridColumn<AgeingLine> => ({
    key,
    title: shown.head(title, filters().currency),
    width: 156,
    align: 'right',
    text: (row) => shown.amount(of(row)),
  })
  return computed(() => [
    {
      key: 'name',
      title: t(`receivable.by.${filters().by}`),
      width: 196,
      pinned: true,
      sort: 'name',
      card: true,
      text: (row) => row.key.name,
    },
    { ...amount('open', t('receivable.column.open'), (row) => row.open), sort: 'open', card: true },
    { ...amount('overdue', t('receivable.column.overdue'), (row) => row.overdue), sort: 'overdue', card: true },
    ...buckets.value.map((bucket, index) =>
      amount(cellKey(bucket), labels.bucket(bucket), (row) => row.amounts[index]),
    ),
  ])
}
