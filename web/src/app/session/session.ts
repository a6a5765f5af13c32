import { queryOptions, useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { get, patch, post, remove } from '../api/http'
import type { Me, SetupCommand } from '../api/contract'
import type { Language } from '../preferences'
import { queryClient } from '../queries'

/** Rights as the server names them; a menu entry or action without its right is not shown. */
export type Right = string

export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: ({ signal }) => get<Me>('/identity/session', undefined, signal),
  staleTime: 5 * 60_000,
})

export async function signIn(login: string, password: string): Promise<Me> {
  const me = await post<Me>('/identity/session', { login, password })
  queryClient.setQueryData(sessionQuery.queryKey, me)
  return me
}

export async function signOut(): Promise<void> {
  await remove('/identity/session')
  queryClient.clear()
}

export const setupNeeded = async (): Promise<boolean> => (await get<{ needed: boolean }>('/identity/setup')).needed

export const setUp = (command: SetupCommand): Promise<unknown> => post('/identity/setup', command)

/** The server knows languages by two letters. */
export async function rememberLanguage(language: Language): Promise<void> {
  const body = { language: language.slice(0, 2) }
  queryClient.setQueryData(sessionQuery.queryKey, await patch<Me>('/identity/session', body))
}

export interface Session {
  me: ComputedRef<Me | undefined>
  can: (right: Right | undefined) => boolean
}

export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  const rights = computed(() => new Set(data.value?.rights))
  return { me: computed(() => data.value), can: (right) => right === undefined || rights.value.has(right) }
}
