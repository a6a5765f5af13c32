import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { get, type Query } from '@/app/api/http'
import type { Ageing, AgeingRow, AgeingTotals, Item, ItemSums } from '@/app/api/contract'
import { useSession } from '@/app/session/session'
import { useList } from '@/kit/list'

export const ITEMS = '/receivable/items'
export const AGEING = '/receivable/ageing'

export const AGEING_FILTERS = { asOf: '', currency: 'CNY', by: 'customer', q: '', sort: '-overdue' }
export type AgeingFilters = typeof AGEING_FILTERS

export const ITEM_FILTERS = { customer: '', asOf: '', open: '', bucket: '', currency: '', q: '', sort: '' }
export type ItemFilters = typeof ITEM_FILTERS

export interface AgeingLine extends AgeingRow {
  id: string
}

export function useAgeing(filters: MaybeRefOrGetter<AgeingFilters>) {
  const list = useList<AgeingRow, Ageing>(AGEING, filters)
  return {
    ...list,
    /** Lines with the id that a grid asks for. */
    lines: computed<AgeingLine[]>(() => list.rows.value.map((row) => ({ ...row, id: row.key.id }))),
    buckets: computed(() => list.first.value?.buckets ?? []),
    asOf: computed(() => list.first.value?.asOf ?? ''),
  }
}

export function useTotals(filters: MaybeRefOrGetter<AgeingFilters>) {
  // The order alone changes no sum.
  const asked = computed<Query>(() => ({ ...toValue(filters), sort: undefined }))
  return useQuery({
    queryKey: computed(() => ['ageing-totals', asked.value]),
    queryFn: ({ signal }) => get<AgeingTotals>(`${AGEING}/totals`, asked.value, signal),
  })
}

/** Currencies of the receivables; none for who may not see any. */
export function useCurrencies() {
  const { can } = useSession()
  const { data } = useQuery({
    queryKey: ['currencies'],
    queryFn: ({ signal }) => get<{ items: string[] }>('/receivable/currencies', undefined, signal),
    staleTime: 5 * 60_000,
    enabled: computed(() => can('receivable.read')),
  })
  return computed(() => data.value?.items ?? [])
}

/** Sums of the items that filters find, as the server adds them up; nothing is asked without filters. */
export function useItemSums(filters: MaybeRefOrGetter<Query | null>) {
  const asked = computed<Query>(() => ({ ...toValue(filters), sort: undefined }))
  return useQuery({
    queryKey: computed(() => ['item-sums', asked.value]),
    queryFn: ({ signal }) => get<ItemSums>(`${ITEMS}/sums`, asked.value, signal),
    enabled: computed(() => toValue(filters) !== null),
  })
}

export const useItems = (filters: MaybeRefOrGetter<Query>) => useList<Item>(ITEMS, filters)
