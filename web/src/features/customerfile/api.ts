import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { call, get, post, type Query } from '@/app/api/http'
import type {
  ClosedCustomer,
  Customer,
  CustomerRow,
  CustomerSums,
  GradeScale,
  KeeperList,
  Rating,
  Warning,
} from '@/app/api/contract'
import { useList } from '@/kit/list'

export const CUSTOMERS = '/customerfile/customers'

export const START_FILTERS = {
  q: '',
  grade: '',
  warning: '',
  department: '',
  keeper: '',
  deputyKeeper: '',
  overdueMin: '',
  usageMin: '',
  limitState: '',
  limitFrom: '',
  limitTo: '',
  currency: '',
  sort: '-overdue',
}
export type CustomerFilters = typeof START_FILTERS

/** What the server takes for customers without a grade. */
export const NOT_RATED = '-'

export const useCustomers = (filters: MaybeRefOrGetter<CustomerFilters>) => useList<CustomerRow>(CUSTOMERS, filters)

export function useSums(filters: MaybeRefOrGetter<CustomerFilters>) {
  const narrowing = computed<Query>(() => ({ ...toValue(filters), sort: undefined }))
  return useQuery({
    queryKey: computed(() => ['customer-sums', narrowing.value]),
    queryFn: ({ signal }) => get<CustomerSums>(`${CUSTOMERS}/sums`, narrowing.value, signal),
  })
}

/** The grades in use, best first; asked from the server because a company may have its own. */
export function useGrades() {
  const { data } = useQuery({
    queryKey: ['grades'],
    queryFn: ({ signal }) => get<GradeScale>('/evaluation/grades', {}, signal),
    staleTime: 5 * 60_000,
  })
  return computed(() => data.value?.items ?? [])
}

export interface Versioned<T> {
  data: T
  etag: string | null
}

export function useCustomer(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    queryKey: computed(() => ['customer', toValue(id)]),
    queryFn: ({ signal }): Promise<Versioned<Customer | ClosedCustomer>> =>
      call<Customer | ClosedCustomer>('GET', `${CUSTOMERS}/${toValue(id) ?? ''}`, { signal }),
    enabled: computed(() => toValue(id) !== null),
  })
}

/** The people of a file with phone and mail; each reading is recorded, so nothing reads them by itself. */
export const readContacts = async (id: string): Promise<Customer['contacts']> =>
  (await get<{ items: Customer['contacts'] }>(`${CUSTOMERS}/${id}/contacts`)).items

/** Who kept a file, the latest first. */
export function useKeepers(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['keepers', toValue(id)]),
    queryFn: ({ signal }) => get<KeeperList>(`${CUSTOMERS}/${toValue(id)}/keepers`, undefined, signal),
  })
}

export const idOfNumber = async (number: string): Promise<string> =>
  (await get<{ id: string }>(`/customerfile/by-number/${encodeURIComponent(number)}`)).id

export interface NewCustomer {
  name: string
  creditCode?: string
  department?: string
}

export const createCustomer = (customer: NewCustomer, key: string): Promise<Customer> =>
  post<Customer>(CUSTOMERS, customer, { key })

export const changeCustomer = (id: string, changes: Record<string, unknown>, etag: string | null, key: string) =>
  call<Customer>('PATCH', `${CUSTOMERS}/${id}`, { body: changes, etag, key })

export const useRatings = (customer: () => string, enabled: MaybeRefOrGetter<boolean> = true) =>
  useList<Rating>('/evaluation/ratings', () => ({ customer: customer() }), { limit: 20, enabled })

export const useWarnings = (customer: () => string) =>
  useList<Warning>('/warning/warnings', () => ({ customer: customer() }), { limit: 20 })
