import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { call, get, post } from '@/app/api/http'
import type {
  BatchLine,
  CaseWhole,
  FlowCase,
  FlowLine,
  FlowWhole,
  InboxCounts,
  InboxWaiting,
  StartableFlow,
  TrialStop,
} from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { useList } from '@/kit/list'

const BASE = '/workflow'
const INBOX = `${BASE}/inbox`
const FLOWS = `${BASE}/flows`
const STARTED = `${BASE}/cases/started`

export const useInbox = (kind: MaybeRefOrGetter<string>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['inbox', 'list', toValue(kind)]),
    queryFn: ({ signal, pageParam }) =>
      get<InboxWaiting>(INBOX, { kind: toValue(kind), limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: InboxWaiting) => page.next,
  })

export const useCounts = () =>
  useQuery({
    queryKey: ['inbox', 'counts'],
    queryFn: ({ signal }) => get<InboxCounts>(`${INBOX}/counts`, undefined, signal),
    // Events tell of changes; this is for the case that a proxy swallows them.
    refetchInterval: 60_000,
  })

export const readInboxAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['inbox'] })

export type CaseWay = 'cases' | 'tasks'

export const useCase = (what: MaybeRefOrGetter<CaseWay>, id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['inbox', 'case', toValue(what), toValue(id)]),
    queryFn: ({ signal }) => get<CaseWhole>(`${BASE}/${toValue(what)}/${toValue(id)}`, undefined, signal),
  })

export interface Decision {
  decision: 'agree' | 'refuse' | 'return'
  reason?: string
  to?: string
  changes?: Record<string, unknown>
  exception?: string
}

export const decide = (task: string, body: Decision) => post<FlowCase>(`${BASE}/tasks/${task}/decision`, body)

export type Bringing = 'signers' | 'delegation' | 'hand-over'

export const bring = (task: string, how: Bringing, body: { user: string; reason: string; place?: string }) =>
  post(`${BASE}/tasks/${task}/${how}`, body)

export const agreeAll = (tasks: string[], reason: string) =>
  post<BatchLine[]>(`${BASE}/tasks/agreement`, { tasks, reason: reason === '' ? undefined : reason })

export const withdraw = (id: string, reason: string) =>
  post(`${BASE}/cases/${id}/withdrawal`, { reason: reason === '' ? undefined : reason })
export const remind = (id: string) => post(`${BASE}/cases/${id}/reminder`, {})
export const comment = (id: string, text: string) => post(`${BASE}/cases/${id}/comments`, { text })

export const useStarted = () => useList<FlowCase>(STARTED, {})

export const useStartable = (node: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['startable', toValue(node)]),
    queryFn: ({ signal }) => get<StartableFlow[]>(`${BASE}/startable`, { node: toValue(node) }, signal),
    enabled: computed(() => toValue(node) !== ''),
  })

export interface Fresh {
  flow: string
  node: string
  title: string
  facts: Record<string, unknown>
  chosen?: string[]
}

export async function start(fresh: Fresh): Promise<FlowCase> {
  const made = await post<FlowCase>(`${BASE}/cases`, fresh)
  await queryClient.invalidateQueries({ queryKey: ['list', STARTED] })
  return made
}

export const useFlows = () => useList<FlowLine>(FLOWS, {})

export const useFlow = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['flow', toValue(id)]),
    queryFn: ({ signal }) => call<FlowWhole>('GET', `${FLOWS}/${toValue(id)}`, { signal }),
    // What is being written must not be replaced behind somebody's back.
    refetchOnWindowFocus: false,
  })

export async function makeFlow(body: { node: string; code: string; name: string }): Promise<FlowWhole> {
  const made = await post<FlowWhole>(FLOWS, body)
  await queryClient.invalidateQueries({ queryKey: ['list', FLOWS] })
  return made
}

async function changed(id: string, work: () => Promise<{ data: FlowWhole; etag: string | null }>): Promise<void> {
  queryClient.setQueryData(['flow', id], await work())
  await queryClient.invalidateQueries({ queryKey: ['list', FLOWS] })
}

export const flowActs = (id: string, etag: string | null) => ({
  write: (name: string, definition: string) =>
    changed(id, () => call<FlowWhole>('PUT', `${FLOWS}/${id}/draft`, { body: { name, definition }, etag })),
  check: () => changed(id, () => call<FlowWhole>('POST', `${FLOWS}/${id}/check`, { etag })),
  publish: (reason: string, exception?: string) =>
    changed(id, () => call<FlowWhole>('POST', `${FLOWS}/${id}/publication`, { body: { reason, exception }, etag })),
  close: (closed: boolean) =>
    changed(id, () => call<FlowWhole>('PUT', `${FLOWS}/${id}/closed`, { body: { closed }, etag })),
})

export const tryOut = (id: string, facts: Record<string, unknown>) =>
  post<TrialStop[]>(`${FLOWS}/${id}/trial`, { facts })

export const drawing = (id: string) => get<{ bpmn: string }>(`${FLOWS}/${id}/drawing`)
