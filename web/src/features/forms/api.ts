import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type {
  CheckedRows,
  CustomerForms,
  FormFinding,
  FormLine,
  FormWhole,
  NodeRef,
  RecordDetail,
  RecordLine,
  TriedRecord,
} from '@/app/api/contract'
import { call, get, post } from '@/app/api/http'
import { queryClient } from '@/app/queries'
import type { FormDefinition, FormValues, Lookup, Named } from '@/kit/form'
import { useList } from '@/kit/list'

const FORMS = '/forms/forms'

export const useForms = () =>
  useQuery({
    queryKey: ['forms', 'all'],
    queryFn: async ({ signal }) => (await get<{ items: FormLine[] }>(FORMS, undefined, signal)).items,
  })

export const useForm = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['forms', 'form', toValue(id)]),
    queryFn: ({ signal }) => call<FormWhole>('GET', `${FORMS}/${toValue(id)}`, { signal }),
  })

export const useUnits = () =>
  useQuery({
    queryKey: ['forms', 'units'],
    queryFn: async ({ signal }) => (await get<{ items: NodeRef[] }>('/identity/nodes', undefined, signal)).items,
  })

export interface NewForm {
  node: string
  code: string
  subject: string
  definition: FormDefinition
}

export const createForm = (form: NewForm) => post<FormWhole>(FORMS, form)

/** What can be done with a form's draft, from the version that is on screen. */
export const draftActs = (id: string, etag: string | null) => ({
  start: () => call<FormWhole>('POST', `${FORMS}/${id}/draft`, { body: {} }),
  save: (definition: FormDefinition) => call<FormWhole>('PUT', `${FORMS}/${id}/draft`, { body: { definition }, etag }),
  check: async () => (await call<{ items: FormFinding[] }>('POST', `${FORMS}/${id}/draft/check`, { etag })).data.items,
  decide: (decision: string, reason: string, exception?: string) =>
    call<FormWhole>('POST', `${FORMS}/${id}/draft/decide`, { body: { decision, reason, exception }, etag }),
  withdraw: () => call('DELETE', `${FORMS}/${id}/draft`, { etag }),
})

export const recordsOf = (form: string): string => `${FORMS}/${form}/records`
export const useRecords = (form: string, filters: MaybeRefOrGetter<Record<string, string>>) =>
  useList<RecordLine>(recordsOf(form), filters)

export const useRecord = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['forms', 'record', toValue(id)]),
    queryFn: ({ signal }) => get<RecordDetail>(`/forms/records/${toValue(id)}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
  })

export const tryRecord = (form: string, record: string | null, values: FormValues, fresh = false) =>
  post<TriedRecord>(`${FORMS}/${form}/try`, { record, fresh, values })
export const addRecord = (form: string, customer: string | null, values: FormValues) =>
  post<RecordDetail>(recordsOf(form), { customer, values })
export const changeRecord = (record: RecordDetail, values: FormValues) =>
  call<RecordDetail>('PUT', `/forms/records/${record.id}`, {
    body: { values },
    etag: `"${String(record.revision)}"`,
  }).then((answer) => answer.data)
export const declareVoid = (record: RecordDetail, reason: string) =>
  call<RecordDetail>('POST', `/forms/records/${record.id}/void`, {
    body: { reason },
    etag: `"${String(record.revision)}"`,
  })
export const printOf = (record: string): string => `/forms/records/${record}/print.pdf`

const body = (file: File): FormData => {
  const data = new FormData()
  data.append('file', file)
  return data
}
export const checkFile = async (form: string, file: File) =>
  (await call<CheckedRows>('POST', `${FORMS}/${form}/imports/check`, { body: body(file) })).data
export const bringFile = async (form: string, file: File, sha256: string) =>
  (await call<CheckedRows>('POST', `${FORMS}/${form}/imports`, { body: body(file), query: { sha256 } })).data

export const useCustomerForms = (customer: string) =>
  useQuery({
    queryKey: ['forms', 'customer', customer],
    queryFn: async ({ signal }) => (await get<CustomerForms>('/forms/records', { customer }, signal)).items,
  })

const MOST = 50

/** Finds people, units, customers and records that a field may name. */
export const lookup: Lookup = async (field, text): Promise<Named[]> => {
  const named = (items: { id: string; name: string }[]): Named[] => items.map(({ id, name }) => ({ id, name }))
  if (field.kind === 'member')
    return named((await get<{ items: Named[] }>('/identity/users', { limit: 500, active: true })).items)
  if (field.kind === 'department') return named((await get<{ items: Named[] }>('/identity/nodes')).items)
  if (field.kind === 'customer')
    return named((await get<{ items: Named[] }>('/customerfile/customers', { q: text, limit: MOST })).items)
  const records = await get<{ items: RecordLine[] }>(recordsOf(field.form ?? ''), { q: text, limit: MOST })
  return records.items.map((one) => ({ id: one.id, name: one.title ?? one.number ?? '' }))
}

export const readFormsAnew = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: ['forms'] })
  await queryClient.invalidateQueries({ queryKey: ['list'] })
}
