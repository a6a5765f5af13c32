import { useQuery } from '@tanstack/vue-query'
import { get, post, remove } from '@/app/api/http'
import type { DirectoryLine, MadeDirectory, NewDirectory, NewDirectoryToken, Ways } from '@/app/api/contract'
import { queryClient } from '@/app/queries'

const BASE = '/identity/directories'

/** The company directories that keep accounts up to date. */
export const useDirectories = () =>
  useQuery({
    queryKey: ['directories'],
    queryFn: ({ signal }) => get<{ items: DirectoryLine[] }>(BASE, undefined, signal),
  })
export const readDirectories = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['directories'] })
export const connectDirectory = (directory: NewDirectory, key: string): Promise<MadeDirectory> =>
  post(BASE, directory, { key })
export const renewDirectory = (id: string, token: NewDirectoryToken, key: string): Promise<MadeDirectory> =>
  post(`${BASE}/${id}/token`, token, { key })
export const revokeDirectory = (id: string): Promise<void> => remove(`${BASE}/${id}`)

/** By which provider somebody comes in, and which directory keeps the account. */
export const useWays = (user: string) =>
  useQuery({
    queryKey: ['ways', user],
    queryFn: ({ signal }) => get<Ways>(`/identity/users/${user}/ways`, undefined, signal),
  })
export const removeProvider = (user: string): Promise<void> => remove(`/identity/users/${user}/provider`)
export const readWays = (user: string): Promise<void> => queryClient.invalidateQueries({ queryKey: ['ways', user] })
