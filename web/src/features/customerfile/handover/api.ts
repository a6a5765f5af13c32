import { useQuery } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { call, get, post, type Query } from '@/app/api/http'
import type { NewSlip, OwnDuties, Slip, SlipFile } from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { useList } from '@/kit/list'

export const SLIPS = '/customerfile/slips'

export const useSlips = (filters: MaybeRefOrGetter<Query>) => useList<Slip>(SLIPS, filters)
export const useSlipFiles = (slip: string) => useList<SlipFile>(`${SLIPS}/${slip}/files`, { limit: '500' })
export const useOwnDuties = () =>
  useQuery({
    queryKey: ['own-duties'],
    queryFn: ({ signal }) => get<OwnDuties>('/identity/own-duties', undefined, signal),
  })

export const makeSlip = (slip: NewSlip, key: string): Promise<Slip> => post<Slip>(SLIPS, slip, { key })

export type SlipAct = 'giver-signature' | 'receiver-signature' | 'signature-in-place' | 'refusal'

/** Signs or refuses the slip as it was seen. */
export const act = (slip: Slip, what: SlipAct, body: Record<string, string>) =>
  call<Slip>('POST', `${SLIPS}/${slip.id}/${what}`, { body, etag: `"${String(slip.version)}"` })
export const withdraw = (slip: Slip) =>
  call<undefined>('DELETE', `${SLIPS}/${slip.id}`, { etag: `"${String(slip.version)}"` })

/** Whatever a hand-over changes is read anew: slips, files, what is left. */
export const readAnew = (): Promise<void> => queryClient.invalidateQueries()
