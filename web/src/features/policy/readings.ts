import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { call, get, post } from '@/app/api/http'
import type { ReadingList, ReadingProgress } from '@/app/api/contract'
import { queryClient } from '@/app/queries'

const READINGS = '/policy/readings'

/** What the reader of this page has yet to read. */
export const useOwnReadings = () =>
  useQuery({
    queryKey: ['readings', 'own'],
    queryFn: ({ signal }) => get<ReadingList>(`${READINGS}/own`, undefined, signal),
  })

/** How far the reading of a node's regime has come. */
export const useProgress = (node: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: computed(() => ['readings', 'node', toValue(node)]),
    queryFn: ({ signal }) => get<ReadingProgress>(READINGS, { node: toValue(node) }, signal),
    enabled: computed(() => toValue(enabled) && toValue(node) !== ''),
  })

export const acknowledge = (draft: string): Promise<unknown> => post(`${READINGS}/${draft}/acknowledgement`, undefined)

export const setReaders = (node: string, rule: { roles: string[]; withinDays: number }, version: number) =>
  call<ReadingProgress>('PUT', `${READINGS}?node=${node}`, { body: rule, etag: `"${String(version)}"` })

export const readReadingsAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['readings'] })
