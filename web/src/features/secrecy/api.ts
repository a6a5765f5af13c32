import { useQuery } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { call, get, post, type Query } from '@/app/api/http'
import type {
  AccessRequest,
  Clearance,
  ExceptionEntry,
  NewRelease,
  OwnSecrecy,
  Release,
  ReleaseNumber,
  SecrecySettings,
  Signatory,
} from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { useList } from '@/kit/list'

export const REQUESTS = '/secrecy/requests'
export const RELEASES = '/secrecy/releases'
export const CLEARANCES = '/secrecy/clearances'
export const SIGNATORIES = '/secrecy/signatories'
const SETTINGS = '/secrecy/settings'

/** From the lowest. */
export const LEVELS = ['public', 'internal', 'confidential', 'secret'] as const

export const useRequests = (filters: MaybeRefOrGetter<Query>) => useList<AccessRequest>(REQUESTS, filters)
export const useReleases = (filters: MaybeRefOrGetter<Query>) => useList<Release>(RELEASES, filters)
export const useClearances = (filters: MaybeRefOrGetter<Query>) => useList<Clearance>(CLEARANCES, filters)
export const useSignatories = (filters: MaybeRefOrGetter<Query>) => useList<Signatory>(SIGNATORIES, filters)
export const useExceptions = () => useList<ExceptionEntry>('/secrecy/exceptions', {})

export const useSettings = () =>
  useQuery({
    queryKey: ['secrecy-settings'],
    queryFn: ({ signal }) => call<SecrecySettings>('GET', SETTINGS, { signal }),
  })

export const useSelf = () =>
  useQuery({
    queryKey: ['secrecy-self'],
    queryFn: ({ signal }) => get<OwnSecrecy>('/secrecy/self', undefined, signal),
  })

const version = (number: number): string => `"${String(number)}"`

export const ask = (file: string, purpose: string, days: number, key: string) =>
  post(REQUESTS, { file, purpose, days }, { key })
export const decide = (request: AccessRequest, decision: string, reason: string, exception: string | null) =>
  call('POST', `${REQUESTS}/${request.id}/decision`, {
    body: { decision, reason, ...(exception === null ? {} : { exception }) },
    etag: version(request.version),
  })
export const close = (request: AccessRequest) =>
  call('DELETE', `${REQUESTS}/${request.id}`, { etag: version(request.version) })
export const giveClearance = (person: Clearance, level: string, reason: string) =>
  call('PUT', `${CLEARANCES}/${person.id}`, { body: { level, reason }, etag: version(person.version) })
export const enter = (release: NewRelease, key: string) => post<ReleaseNumber>(RELEASES, release, { key })
export const print = (file: string) => post<ReleaseNumber>('/secrecy/prints', { file })
export const changeLevel = (file: string, level: string, reason: string, etag: string | null) =>
  call('PUT', `/customerfile/customers/${file}/level`, { body: { level, reason }, etag })
export const saveSettings = (settings: SecrecySettings) => {
  const { version: from, ...body } = settings
  return call<SecrecySettings>('PUT', SETTINGS, { body, etag: version(from) })
}
export const publish = (textZh: string, textEn: string) => post('/secrecy/agreement', { textZh, textEn })
export const acknowledge = (agreement: string) => post('/secrecy/agreement/acknowledgement', { agreement })

/** Whatever a decision or a level changes is read anew: lists, files, sums. */
export const readAnew = (): Promise<void> => queryClient.invalidateQueries()
