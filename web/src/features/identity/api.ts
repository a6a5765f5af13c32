import { useQuery } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { call, get, post } from '@/app/api/http'
import type { ChangedUser, NewNode, NewUser, NodeRef, UserRow } from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { sessionQuery } from '@/app/session/session'
import { useList } from '@/kit/list'

export const USERS = '/identity/users'
export const NODES = '/identity/nodes'

/** Roles in the order in which a company fills them; their rights are the server's (roles.properties). */
export const ROLES = [
  'administrator',
  'credit-manager',
  'credit-specialist',
  'sales',
  'finance',
  'collector',
  'archivist',
  'auditor',
  'executive',
] as const

export const useUsers = (q: MaybeRefOrGetter<Record<string, string>>) => useList<UserRow>(USERS, q)

export const useNodes = () =>
  useQuery({
    queryKey: ['nodes'],
    queryFn: ({ signal }) => get<{ items: NodeRef[] }>(NODES, undefined, signal),
  })

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
