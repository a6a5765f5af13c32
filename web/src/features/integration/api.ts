import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { call, get, patch, post, put } from '@/app/api/http'
import type { Import, ImportRow, Job, Mapping } from '@/app/api/contract'
import { useList } from '@/kit/list'

export const IMPORTS = '/integration/imports'
export type Kind = Import['kind']
export type Mode = 'good' | 'all-or-nothing'
export type RowState = 'error' | 'warning' | 'good'

const POLL_MS = 15_000
export const isAtWork = (state: Import['state'] | undefined): boolean => state === 'checking' || state === 'importing'

export const useImports = () => useList<Import>(IMPORTS, {})

export function useImport(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    queryKey: computed(() => ['import', toValue(id)]),
    queryFn: ({ signal }) => get<Import>(`${IMPORTS}/${toValue(id) ?? ''}`, undefined, signal),
    enabled: computed(() => toValue(id) !== null),
    // Events tell when work ends; this is for the case that a proxy swallows them.
    refetchInterval: (query) => (isAtWork(query.state.data?.state) ? POLL_MS : false),
  })
}

/** Under which the rows of an import are kept, whatever is asked of them. */
export const rowsKey = (id: string) => ['list', `${IMPORTS}/${id}/rows`] as const

export const useRows = (id: string, state: MaybeRefOrGetter<RowState>) =>
  useList<ImportRow>(`${IMPORTS}/${id}/rows`, () => ({ state: toValue(state) }))

export async function uploadFile(kind: Kind, file: File, key: string): Promise<Import> {
  const body = new FormData()
  body.append('file', file)
  return (await call<Import>('POST', IMPORTS, { query: { kind }, body, key })).data
}

export const uploadText = async (kind: Kind, text: string, key: string): Promise<Import> =>
  (await call<Import>('POST', IMPORTS, { query: { kind }, body: text, key })).data

export const setMapping = (id: string, mapping: Mapping): Promise<Import> =>
  put<Import>(`${IMPORTS}/${id}/mapping`, mapping)
export const check = (id: string): Promise<Job> => post<Job>(`${IMPORTS}/${id}/check`)
export const confirm = (id: string, mode: Mode): Promise<Job> => post<Job>(`${IMPORTS}/${id}/confirm`, { mode })
export const undo = (id: string): Promise<Job> => post<Job>(`${IMPORTS}/${id}/undo`)

export const mendCell = (id: string, line: number, index: number, text: string): Promise<ImportRow> =>
  patch<ImportRow>(`${IMPORTS}/${id}/rows/${line}`, { cells: { [index]: text } })
