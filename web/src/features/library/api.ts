import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { LibraryInstallation, LibraryLine, LibraryTemplate, NodeRef, RoleList } from '@/app/api/contract'
import { get, post } from '@/app/api/http'
import { queryClient } from '@/app/queries'

const TEMPLATES = '/library/templates'

/** What comes with the program stays the same as long as it runs. */
export const useLibrary = () =>
  useQuery({
    queryKey: ['library'],
    queryFn: async ({ signal }) => (await get<{ items: LibraryLine[] }>(TEMPLATES, undefined, signal)).items,
    staleTime: Infinity,
  })

/** A template as a whole, by `kind/code`. */
export const useTemplate = (key: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['library', toValue(key)]),
    queryFn: ({ signal }) => get<LibraryTemplate>(`${TEMPLATES}/${toValue(key)}`, undefined, signal),
    staleTime: Infinity,
  })

export const useUnits = (wanted: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: ['library', 'units'],
    queryFn: async ({ signal }) => (await get<{ items: NodeRef[] }>('/identity/nodes', undefined, signal)).items,
    enabled: computed(() => toValue(wanted)),
  })

/** What roles are called, as far as the reader may know. */
export const useRoleNames = (wanted: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: ['library', 'roles'],
    queryFn: async ({ signal }) => (await get<RoleList>('/identity/roles', undefined, signal)).items,
    enabled: computed(() => toValue(wanted)),
  })

const LISTS: Record<string, string[]> = { form: ['forms'], flow: ['list'], letter: ['letter-templates'] }

/** Installs a template; the list that it comes to stand in is read anew. */
export async function install(line: LibraryLine, node: string, language: string): Promise<LibraryInstallation> {
  const made = await post<LibraryInstallation>(`${TEMPLATES}/${line.kind}/${line.code}/installation`, {
    node,
    language,
  })
  await queryClient.invalidateQueries({ queryKey: LISTS[line.kind] ?? [] })
  return made
}
