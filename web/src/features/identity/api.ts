import { useQuery } from '@tanstack/vue-query'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { call, get, post } from '@/app/api/http'
import type { ChangedNode, ChangedUser, NewNode, NewUser, NodeRef, PastNode, UserRow } from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { sessionQuery } from '@/app/session/session'
import { useList } from '@/kit/list'

export const USERS = '/identity/users'
export const NODES = '/identity/nodes'

export const useUsers = (q: MaybeRefOrGetter<Record<string, string>>) => useList<UserRow>(USERS, q)

/** The organisation of a day; empty: of today. */
export const useNodes = (asOf: MaybeRefOrGetter<string> = '') =>
  useQuery({
    queryKey: ['nodes', asOf],
    queryFn: ({ signal }) => get<{ items: NodeRef[] }>(NODES, { asOf: toValue(asOf) }, signal),
  })
export const useHistory = (id: string) =>
  useQuery({
    queryKey: ['nodes', 'history', id],
    queryFn: ({ signal }) => get<{ items: PastNode[] }>(`${NODES}/${id}/history`, undefined, signal),
  })
export const readNode = (id: string) => call<NodeRef>('GET', `${NODES}/${id}`)
export const changeNode = (id: string, changes: ChangedNode, etag: string | null, key: string) =>
  call<NodeRef>('PATCH', `${NODES}/${id}`, { body: changes, etag, key })

export const readUser = (id: string) => call<UserRow>('GET', `${USERS}/${id}`)
export const addUser = (user: NewUser, key: string): Promise<UserRow> => post<UserRow>(USERS, user, { key })
export const changeUser = (id: string, changes: ChangedUser, etag: string | null, key: string) =>
  call<UserRow>('PATCH', `${USERS}/${id}`, { body: changes, etag, key })
export const addNode = (node: NewNode, key: string): Promise<NodeRef> => post<NodeRef>(NODES, node, { key })

/** What shows users or departments is read anew, the own session too: it lists the departments for other forms. */
export async function readAnew(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['list', USERS] }),
    queryClient.invalidateQueries({ queryKey: ['nodes'] }),
    queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ])
}
