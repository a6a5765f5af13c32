import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { get, type Query } from '@/app/api/http'
import type { Page } from '@/app/api/contract'

export const PAGE_SIZE = 50

export interface List<T, P extends Page<T> = Page<T>> {
  rows: ComputedRef<T[]>
  first: ComputedRef<P | undefined>
  count: ComputedRef<number | null>
  countExact: ComputedRef<boolean>
  /** How many rows there are; null unless they were counted to the end. */
  total: ComputedRef<number | null>
  error: ComputedRef<unknown>
  pending: ComputedRef<boolean>
  /** Rows on screen belong to earlier filters; they are shown dimmed. */
  outdated: ComputedRef<boolean>
  loadingMore: ComputedRef<boolean>
  hasMore: ComputedRef<boolean>
  more: () => void
  reload: () => void
}

interface ListOptions {
  enabled?: MaybeRefOrGetter<boolean>
  limit?: number
}

/** A list read page by page with a cursor (keyset): the server never counts its way to a far page. */
export function useList<T, P extends Page<T> = Page<T>>(
  path: string,
  filters: MaybeRefOrGetter<Query>,
  options: ListOptions = {},
): List<T, P> {
  const query = useInfiniteQuery({
    queryKey: computed(() => ['list', path, toValue(filters)]),
    queryFn: ({ signal, pageParam }) =>
      get<P>(path, { ...toValue(filters), limit: options.limit ?? PAGE_SIZE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: P) => page.next,
    placeholderData: keepPreviousData,
    enabled: computed(() => toValue(options.enabled ?? true)),
  })
  const first = computed(() => query.data.value?.pages[0] as P | undefined)
  return {
    rows: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []),
    first,
    count: computed(() => first.value?.count ?? null),
    countExact: computed(() => first.value?.countExact ?? true),
    total: computed(() => (first.value?.countExact === false ? null : (first.value?.count ?? null))),
    error: computed(() => query.error.value),
    pending: computed(() => query.isPending.value),
    outdated: computed(() => query.isPlaceholderData.value),
    loadingMore: computed(() => query.isFetchingNextPage.value),
    hasMore: computed(() => query.hasNextPage.value),
    more: () => {
      if (query.hasNextPage.value && !query.isFetching.value) void query.fetchNextPage()
    },
    reload: () => void query.refetch(),
  }
}
