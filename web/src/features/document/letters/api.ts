import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type {
  Job,
  LeftOut,
  LetterFieldList,
  LetterLine,
  LetterTemplate,
  LetterTemplateList,
  VerifiedLetter,
} from '@/app/api/contract'
import { call, get, made, post } from '@/app/api/http'
import { queryClient } from '@/app/queries'
import { useList } from '@/kit/list'

const TEMPLATES = '/document/letter-templates'
const LETTERS = '/document/letters'

export interface TemplateForm {
  name: string
  language: string
  body: string
}

export const useTemplates = () =>
  useQuery({
    queryKey: ['letter-templates'],
    queryFn: async ({ signal }) => (await get<LetterTemplateList>(TEMPLATES, undefined, signal)).items,
  })

export const useFields = () =>
  useQuery({
    queryKey: ['letter-fields'],
    queryFn: ({ signal }) => get<LetterFieldList>(`${TEMPLATES}/fields`, undefined, signal),
    staleTime: Infinity,
  })

export const addTemplate = (node: string, code: string, form: TemplateForm, key: string) =>
  post<LetterTemplate>(TEMPLATES, { node, code, ...form }, { key })

export const changeTemplate = (template: LetterTemplate, form: TemplateForm, retired: boolean, reason: string) =>
  call<LetterTemplate>('PUT', `${TEMPLATES}/${template.id}`, {
    body: { name: form.name, body: form.body, retired, reason },
    etag: `"${String(template.version)}"`,
  })

export const preview = (customer: string, form: TemplateForm): Promise<Blob> =>
  made(`${TEMPLATES}/preview`, { customer, ...form })

export const useLetters = (filter: MaybeRefOrGetter<{ customer?: string; batch?: string }>) =>
  useList<LetterLine>(LETTERS, () => ({ ...toValue(filter) }))

export const useLeftOut = (batch: string) => useList<LeftOut>(`${LETTERS}/left-out`, { batch })

export const makeLetter = (template: string, customer: string, key: string) =>
  post<LetterLine>(LETTERS, { template, customer }, { key })

export const makeLetters = (template: string, filter: Record<string, string | undefined>, key: string) =>
  call<Job>('POST', '/customerfile/customers/letters', { query: filter, body: { template }, key })

export const withdraw = (letter: string, reason: string) =>
  post<LetterLine>(`${LETTERS}/${letter}/withdrawal`, { reason })

export const useVerified = (code: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['verified', toValue(code)]),
    queryFn: ({ signal }) => get<VerifiedLetter>('/document/verification', { code: toValue(code) }, signal),
    enabled: computed(() => toValue(code) !== ''),
    retry: false,
  })

export const readLettersAnew = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: ['letter-templates'] })
  await queryClient.invalidateQueries({ queryKey: ['list'] })
}
