import { useQuery } from '@tanstack/vue-query'
import type { DocumentDetail, DocumentLine } from '@/app/api/contract'
import { call, get } from '@/app/api/http'
import { queryClient } from '@/app/queries'
import { useList } from '@/kit/list'

const DOCUMENTS = '/document/documents'

export const useDocuments = (customer: string) => useList<DocumentLine>(DOCUMENTS, { customer })

export const useDocument = (id: string) =>
  useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => get<DocumentDetail>(`${DOCUMENTS}/${id}`, undefined, signal),
  })

const form = (file: File): FormData => {
  const body = new FormData()
  body.append('file', file)
  return body
}

export const add = async (customer: string, file: File, again: boolean): Promise<DocumentDetail> =>
  (await call<DocumentDetail>('POST', DOCUMENTS, { query: { customer, again }, body: form(file) })).data

export const addVersion = async (document: DocumentDetail, file: File, reason: string): Promise<DocumentDetail> =>
  (
    await call<DocumentDetail>('POST', `${DOCUMENTS}/${document.id}/versions`, {
      query: { reason },
      body: form(file),
      etag: `"${String(document.versions[0]?.number ?? 0)}"`,
    })
  ).data

export const contentOf = (document: string, version: number): string =>
  `${DOCUMENTS}/${document}/versions/${String(version)}/content`
export const fileOf = (document: string, version: number): string =>
  `${DOCUMENTS}/${document}/versions/${String(version)}/file`

export const readAnew = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: ['list', DOCUMENTS] })
  await queryClient.invalidateQueries({ queryKey: ['document'] })
}

/** Bytes in the unit that people read. */
export const sizeOf = (bytes: number): { unit: 'kb' | 'mb'; n: string } =>
  bytes < 1_000_000
    ? { unit: 'kb', n: String(Math.max(1, Math.round(bytes / 1000))) }
    : { unit: 'mb', n: (bytes / 1_000_000).toFixed(1) }
