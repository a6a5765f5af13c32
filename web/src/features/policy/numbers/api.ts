import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { call, get, post, put } from '@/app/api/http'
import type {
  FoundNumbers,
  NodeCodeList,
  NodeRef,
  NumberLine,
  NumberRule,
  NumberRuleList,
  NextNumbers,
  PastPatternList,
  SeriesLine,
  SeriesProof,
} from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { useList } from '@/kit/list'

const RULES = '/policy/number-rules'
const SERIES = '/policy/series'

/** The tokens of a pattern, as they are typed. */
export const TOKENS = ['{company}', '{dept}', '{kind}', '{yyyy}', '{serial:4}']

export const useUnits = () =>
  useQuery({
    queryKey: ['numbers', 'units'],
    queryFn: async ({ signal }) => (await get<{ items: NodeRef[] }>('/identity/nodes', undefined, signal)).items,
  })

export const useCodes = () =>
  useQuery({
    queryKey: ['numbers', 'codes'],
    queryFn: async ({ signal }) => (await get<NodeCodeList>('/policy/number-codes', undefined, signal)).items,
  })

export const useRules = (node: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['numbers', 'rules', toValue(node)]),
    queryFn: async ({ signal }) => (await get<NumberRuleList>(RULES, { node: toValue(node) }, signal)).items,
    enabled: computed(() => toValue(node) !== ''),
  })

export const usePast = (node: string, kind: string) =>
  useQuery({
    queryKey: ['numbers', 'past', node, kind],
    queryFn: async ({ signal }) => (await get<PastPatternList>(`${RULES}/${kind}/history`, { node }, signal)).items,
  })

export const useSeries = (node: MaybeRefOrGetter<string>) =>
  useList<SeriesLine>(SERIES, () => ({ node: toValue(node) }))

export const useNumbers = (series: string) => useList<NumberLine>(`${SERIES}/${series}/numbers`, {})

export const useProof = (series: string) =>
  useQuery({
    queryKey: ['numbers', 'proof', series],
    queryFn: ({ signal }) => get<SeriesProof>(`${SERIES}/${series}/proof`, undefined, signal),
  })

export interface Draft {
  pattern: string
  per: string
}

export const preview = (kind: string, node: string, draft: Draft) =>
  post<NextNumbers>(`${RULES}/${kind}/preview`, { node, ...draft })
export const setRule = (rule: NumberRule, node: string, draft: Draft, reason: string) =>
  call<NumberRule>('PUT', `${RULES}/${rule.kind}`, {
    body: { node, ...draft, reason },
    etag: `"${String(rule.version)}"`,
  })
export const giveCode = (node: string, code: string) => put(`/policy/number-codes/${node}`, { code })
export const declareVoid = (number: string, reason: string) =>
  post<NumberLine>(`/policy/numbers/${number}/void`, { reason })
export const find = (number: string) => get<FoundNumbers>('/policy/numbers', { number })

export const readAnew = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: ['numbers'] })
  await queryClient.invalidateQueries({ queryKey: ['list'] })
}
