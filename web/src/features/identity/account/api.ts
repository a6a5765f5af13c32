import { useQuery } from '@tanstack/vue-query'
import { get, post, remove } from '@/app/api/http'
import type { Account, MadeToken, NewToken, PasskeyLines, SessionLine, TokenLine } from '@/app/api/contract'
import { queryClient } from '@/app/queries'

const BASE = '/identity'

const list = <T>(name: string) => ({
  queryKey: ['account', name],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<{ items: T[] }>(`${BASE}/${name}`, undefined, signal),
})

export const useAccount = () =>
  useQuery({ queryKey: ['account'], queryFn: ({ signal }) => get<Account>(`${BASE}/account`, undefined, signal) })
export const useSessions = () => useQuery(list<SessionLine>('sessions'))
export const useTokens = () => useQuery(list<TokenLine>('tokens'))

export const usePasskeys = () =>
  useQuery({
    queryKey: ['account', 'passkeys'],
    queryFn: ({ signal }) => get<PasskeyLines>(`${BASE}/passkeys`, undefined, signal),
  })

/** Everything about the own account is read anew. */
export const readAccount = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['account'] })

export const changePassword = (old: string, password: string): Promise<void> =>
  post(`${BASE}/password`, { old, password })

export const beginSecondFactor = (password: string): Promise<{ secret: string; uri: string }> =>
  post(`${BASE}/second-factor`, { password })
export const confirmSecondFactor = (code: string): Promise<{ codes: string[] }> =>
  post(`${BASE}/second-factor/confirmation`, { code })
export const renewRecoveryCodes = (password: string): Promise<{ codes: string[] }> =>
  post(`${BASE}/second-factor/recovery-codes`, { password })
export const removeSecondFactor = (password: string): Promise<void> =>
  post(`${BASE}/second-factor/removal`, { password })

export const endSession = (id: string): Promise<void> => remove(`${BASE}/sessions/${id}`)
export const endOtherSessions = (): Promise<void> => remove(`${BASE}/sessions`)

export const makeToken = (token: NewToken, key: string): Promise<MadeToken> => post(`${BASE}/tokens`, token, { key })
export const revokeToken = (id: string): Promise<void> => remove(`${BASE}/tokens/${id}`)

export const beginPasskey = (password: string): Promise<unknown> => post(`${BASE}/passkeys/options`, { password })
export const addPasskey = (name: string, credential: unknown): Promise<PasskeyLines> =>
  post(`${BASE}/passkeys`, { name, credential })
export const removePasskey = (id: string): Promise<void> => remove(`${BASE}/passkeys/${id}`)

export const endSessionsOf = (user: string): Promise<void> => remove(`${BASE}/users/${user}/sessions`)
export const resetSecondFactorOf = (user: string): Promise<void> => remove(`${BASE}/users/${user}/second-factor`)
