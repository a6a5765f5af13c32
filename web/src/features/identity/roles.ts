import { useQuery } from '@tanstack/vue-query'
import { call, get, post } from '@/app/api/http'
import type { HeldRole, NewHeldRole, NewRole, RoleDraft, RoleList, RoleRow } from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { USERS } from './api'

const ROLES = '/identity/roles'

export const useRoles = () =>
  useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => get<RoleList>(ROLES, undefined, signal) })

/** A role by its name in a language. */
export const nameOf = (role: { zh: string; en: string }, language: string): string =>
  language.startsWith('zh') ? role.zh : role.en

export const readRole = (id: string) => call<RoleRow>('GET', `${ROLES}/${id}`)
export const addRole = (role: NewRole, key: string): Promise<RoleRow> => post<RoleRow>(ROLES, role, { key })
export const changeRole = (id: string, role: RoleDraft, etag: string | null, key: string) =>
  call<RoleRow>('PUT', `${ROLES}/${id}`, { body: role, etag, key })
export const removeRole = (id: string, etag: string | null, key: string) =>
  call<undefined>('DELETE', `${ROLES}/${id}`, { etag, key })

const held = (user: string): string => `${USERS}/${user}/roles`

export const useHeldRoles = (user: string) =>
  useQuery({
    queryKey: ['held-roles', user],
    queryFn: ({ signal }) => get<{ items: HeldRole[] }>(held(user), undefined, signal),
  })
export const giveRole = (user: string, role: NewHeldRole, key: string): Promise<HeldRole> =>
  post<HeldRole>(held(user), role, { key })
/** Sets the last day; null for none. Yesterday takes the role away now. */
export const endRole = (user: string, id: string, until: string | null, key: string) =>
  call<{ items: HeldRole[] }>('PUT', `${held(user)}/${id}`, { body: { until }, key })

export const readRolesAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['roles'] })

/** Rights in the order of their capabilities, each capability with its rights. */
export function byCapability(rights: readonly string[]): { capability: string; rights: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const right of rights) {
    const capability = right.slice(0, right.indexOf('.'))
    groups.set(capability, [...(groups.get(capability) ?? []), right])
  }
  return [...groups].map(([capability, some]) => ({ capability, rights: some }))
}
