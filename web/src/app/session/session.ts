import { queryOptions, useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { get, patch, post, remove } from '../api/http'
import { Problem } from '../api/problem'
import type { Me, SetupCommand } from '../api/contract'
import type { Language } from '../preferences'
import { forgetDrafts } from '../draft'
import { notices } from '../notices'
import { queryClient } from '../queries'

/** Rights as the server names them; a menu entry or action without its right is not shown. */
export type Right = string

export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: ({ signal }) => get<Me>('/identity/session', undefined, signal),
  staleTime: 5 * 60_000,
})

/** Whose data are kept. */
let whose: string | null = null

function forget(): void {
  queryClient.clear()
  notices.length = 0
  forgetDrafts()
}

/** The session ended by itself; who was signed in may come back to the same data. */
export function endSession(): void {
  whose = queryClient.getQueryData<Me>(sessionQuery.queryKey)?.user.id ?? whose
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
}

/** What signing in may ask for after login and password were right. */
export interface More {
  code?: string
  newPassword?: string
}

export async function signIn(login: string, password: string, more: More = {}): Promise<Me> {
  return welcome(await post<Me>('/identity/session', { login, password, ...more }))
}

/** Somebody has signed in, in whatever way. */
export function welcome(me: Me): Me {
  // What was read for one person is not shown to another; the same one finds everything as it was.
  if (whose !== me.user.id) forget()
  whose = me.user.id
  queryClient.setQueryData(sessionQuery.queryKey, me)
  return me
}

/** Signs out at the server; fails where that did not happen, for then the next person at this screen would be this one. */
export async function signOut(): Promise<void> {
  try {
    await remove('/identity/session')
  } catch (error) {
    // Where nobody is signed in any more, that is what was wished for.
    if (!(error instanceof Problem && error.status === 401)) throw error
  }
  whose = null
  forget()
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
