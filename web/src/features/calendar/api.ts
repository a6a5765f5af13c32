import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { call, get, post } from '@/app/api/http'
import type {
  CalendarDays,
  CheckedHolidays,
  DeadlineDays,
  HolidayText,
  KnownYear,
  KnownYears,
} from '@/app/api/contract'
import { queryClient } from '@/app/queries'

const YEARS = '/calendar/years'
const IMPORTS = '/calendar/imports'
const KEY = ['calendar'] as const

export const useYears = () =>
  useQuery({
    queryKey: [...KEY, 'years'],
    queryFn: ({ signal }) => get<KnownYears>(YEARS, undefined, signal),
  })

export const useDays = (year: MaybeRefOrGetter<number>) =>
  useQuery({
    queryKey: computed(() => [...KEY, 'days', toValue(year)]),
    queryFn: ({ signal }) => {
      const of = String(toValue(year))
      return get<CalendarDays>('/calendar/days', { from: `${of}-01-01`, to: `${of}-12-31` }, signal)
    },
  })

export interface DeadlineQuestion {
  since: string
  duration: string
  counting: string
  shift: string
}

export const askDeadline = (question: DeadlineQuestion) => get<DeadlineDays>('/calendar/deadlines', { ...question })

export interface Looked {
  file: HolidayText
  change: CheckedHolidays
  /** Version of the calendar that was looked at: what was imported since then is not overwritten unseen. */
  etag: string | null
}

/** What an import would change; nothing is written. */
export async function look(file: HolidayText): Promise<Looked> {
  const { etag } = await call<KnownYears>('GET', YEARS)
  return { file, change: await post<CheckedHolidays>(`${IMPORTS}/check`, file), etag }
}

export const bring = ({ file, etag }: Looked, key: string) => post<KnownYear>(IMPORTS, file, { etag, key })

export const readAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: KEY })
