import { useQuery } from '@tanstack/vue-query'
import { get, post, remove } from '@/app/api/http'
import type { DeputyRow, NewDeputy } from '@/app/api/contract'
import { queryClient } from '@/app/queries'

const DEPUTIES = '/identity/deputies'

export const useDeputies = () =>
  useQuery({
    queryKey: ['deputies'],
    queryFn: ({ signal }) => get<{ items: DeputyRow[] }>(DEPUTIES, undefined, signal),
  })
export const nameDeputy = (deputy: NewDeputy, key: string): Promise<DeputyRow> =>
  post<DeputyRow>(DEPUTIES, deputy, { key })
export const endDeputy = (id: string, key: string): Promise<undefined> =>
  remove<undefined>(`${DEPUTIES}/${id}`, { key })
export const readDeputiesAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['deputies'] })
