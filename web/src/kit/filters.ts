import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

export type Filters = Record<string, string>

/** The filters of a list as the address carries them; whatever else the address carries is not theirs. */
export function fromQuery<F extends Filters>(query: LocationQuery, defaults: F): F {
  const result: Filters = { ...defaults }
  for (const name of Object.keys(defaults)) {
    const value = query[name]
    if (typeof value === 'string') result[name] = value
  }
  return result as F
}

/** The address after a change of filters: what equals its default is left out, so that addresses stay short. */
export function toQuery<F extends Filters>(query: LocationQuery, filters: F, defaults: F): LocationQuery {
  const others = Object.entries(query).filter(([name]) => !(name in defaults))
  const changed = Object.entries(filters).filter(([name, value]) => value !== defaults[name])
  return Object.fromEntries([...others, ...changed])
}

export interface UsedFilters<F extends Filters> {
  filters: ComputedRef<F>
  set: (changes: Partial<F>) => void
  clear: () => void
  /** Whether any filter other than the order narrows the list. */
  narrowed: ComputedRef<boolean>
}

/** Filters that live in the address: a list can be sent as a link, and back brings the earlier ones. */
export function useFilters<F extends Filters>(defaults: F): UsedFilters<F> {
  const route = useRoute()
  const router = useRouter()
  const filters = computed(() => fromQuery(route.query, defaults))
  const put = (next: F) => void router.replace({ query: toQuery(route.query, next, defaults) })
  return {
    filters,
    set: (changes) => put({ ...filters.value, ...changes }),
    clear: () => put({ ...defaults, ...(filters.value.sort === undefined ? {} : { sort: filters.value.sort }) }),
    narrowed: computed(() =>
      Object.entries(filters.value).some(([name, value]) => name !== 'sort' && value !== defaults[name]),
    ),
  }
}
