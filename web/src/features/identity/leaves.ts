import { useQuery } from '@tanstack/vue-query'
import { call, get, post } from '@/app/api/http'
import type { Leave, Locked, NewLeave, Separation, UserRow } from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { USERS } from './api'

const LEAVES = '/identity/leaves'
const SEPARATION = '/identity/separation'

export const useLeaves = () =>
  useQuery({
    queryKey: ['leaves'],
    queryFn: ({ signal }) => get<{ items: Leave[] }>(LEAVES, undefined, signal),
  })
export const useLocked = () =>
  useQuery({
    queryKey: ['leaves', 'locked'],
    queryFn: ({ signal }) => get<{ items: Locked[] }>('/identity/locked-people', undefined, signal),
  })
export const startLeave = (leave: NewLeave, key: string): Promise<Leave> => post<Leave>(LEAVES, leave, { key })
export const callOff = (id: string) => call<undefined>('DELETE', `${LEAVES}/${id}`)
export const closeAccount = (id: string, etag: string | null) =>
  call<UserRow>('POST', `${USERS}/${id}/closing`, { etag })

export const useSeparation = () =>
  useQuery({ queryKey: ['separation'], queryFn: ({ signal }) => get<Separation>(SEPARATION, undefined, signal) })
export const separate = () => call<Separation>('POST', `${SEPARATION}/activation`)
export const askToJoin = (reason: string) => call<Separation>('POST', `${SEPARATION}/request`, { body: { reason } })
export const declineToJoin = () => call<Separation>('DELETE', `${SEPARATION}/request`)
export const confirmToJoin = () => call<Separation>('POST', `${SEPARATION}/request/confirmation`)

export const readLeavesAnew = (): Promise<void> => queryClient.invalidateQueries()
