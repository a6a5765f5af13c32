import { useQuery } from '@tanstack/vue-query'
import { type MaybeRefOrGetter, toValue } from 'vue'
import { type Answer, call, get } from '@/app/api/http'
import type {
  DraftFinding,
  DraftHead,
  DraftWhole,
  NodeRef,
  Page,
  PresetLine,
  RegimeCatalogue,
  RegimeDraft,
  RegimeDocument,
  RegimeInForce,
  VersionLine,
} from '@/app/api/contract'
import { queryClient } from '@/app/queries'

const DRAFTS = '/policy/drafts'
const one = (id: string): string => `${DRAFTS}/${id}`

export const useCatalogue = () =>
  useQuery({
    queryKey: ['regime-catalogue'],
    queryFn: ({ signal }) => get<RegimeCatalogue>('/policy/catalogue', undefined, signal),
    staleTime: Infinity,
  })
export const usePresets = () =>
  useQuery({
    queryKey: ['regime-presets'],
    queryFn: ({ signal }) => get<PresetLine[]>('/policy/presets', undefined, signal),
    staleTime: Infinity,
  })
/** Nodes whose regime the caller may look at. */
export const useNodes = () =>
  useQuery({
    queryKey: ['nodes', ''],
    queryFn: ({ signal }) => get<{ items: NodeRef[] }>('/identity/nodes', undefined, signal),
  })
export const useRegime = (node: MaybeRefOrGetter<string>, date: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['regime', node, date],
    queryFn: ({ signal }) => get<RegimeInForce>('/policy/regime', { node: toValue(node), date: toValue(date) }, signal),
  })
export const useDrafts = (node: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['regime-drafts', node],
    queryFn: ({ signal }) => get<Page<RegimeDraft>>(DRAFTS, { node: toValue(node) }, signal),
  })
export const useDraft = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['regime-draft', id],
    queryFn: () => call<DraftWhole>('GET', one(toValue(id))),
  })
/** The regime to read, as it is asked for. */
export const useDocument = (wish: MaybeRefOrGetter<Record<string, string>>) =>
  useQuery({
    queryKey: ['regime-document', wish],
    queryFn: ({ signal }) => get<RegimeDocument>('/policy/regime/document', toValue(wish), signal),
  })
export const useVersions = (node: MaybeRefOrGetter<string>, cursor: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['regime-versions', node, cursor],
    queryFn: ({ signal }) =>
      get<Page<VersionLine>>('/policy/versions', { node: toValue(node), cursor: toValue(cursor), size: '20' }, signal),
  })
export const takeBack = (id: string, reason: string) =>
  call<undefined>('POST', `/policy/versions/${id}/withdrawal`, { body: { reason } })

export const startDraft = (node: string, head: DraftHead, base: string, key: string) =>
  call<DraftWhole>('POST', DRAFTS, { body: { node, head, base }, key })
export const bringDraft = (node: string, head: DraftHead, file: string, key: string) =>
  call<DraftWhole>('POST', `${DRAFTS}/from-file`, { body: { node, head, file }, key })

/** What is changed in a draft, on the version that the screen shows. */
export function draftChanges(id: string, etag: string | null) {
  const put = (below: string, body: unknown): Promise<Answer<DraftWhole>> =>
    call<DraftWhole>('PUT', `${one(id)}${below}`, { body, etag })
  return {
    set: (parameter: string, value: unknown) => put(`/values/${parameter}`, { json: JSON.stringify(value) }),
    reset: (parameter: string) => call<DraftWhole>('DELETE', `${one(id)}/values/${parameter}`, { etag }),
    rename: (head: DraftHead) => put('', head),
    rebase: (base: string) => put('/base', { base }),
    check: async (): Promise<DraftFinding[]> => (await call<DraftFinding[]>('POST', `${one(id)}/check`, { etag })).data,
    decide: (decision: 'approved' | 'returned', reason: string, exception?: string) =>
      call<RegimeDraft>('POST', `${one(id)}/decision`, { body: { decision, reason, exception }, etag }),
    withdraw: () => call<undefined>('DELETE', one(id), { etag }),
  }
}

export async function readRegimeAnew(): Promise<void> {
  await Promise.all(
    ['regime', 'regime-drafts', 'regime-draft', 'regime-versions', 'regime-document'].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  )
}
