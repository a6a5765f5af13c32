import { useQuery } from '@tanstack/vue-query'
import { computed, onMounted, onUnmounted, watch, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { API, get, remove } from '@/app/api/http'
import type { Job, Page } from '@/app/api/contract'
import { tell } from '@/app/notices'
import { queryClient } from '@/app/queries'
import { useSession } from '@/app/session/session'
import { useLabels, type Labels } from './labels'

const KEY = ['jobs'] as const
const KEPT = 50

const isOver = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running'

/** The list after a message about one job: replaced in place, or new on top. */
export function withJob(jobs: readonly Job[], job: Job): Job[] {
  const known = jobs.some((other) => other.id === job.id)
  return known ? jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...jobs].slice(0, KEPT)
}

/** Done part in percent; nothing where the total is not known: progress is never invented. */
export function percentDone(job: Job): number | null {
  if (job.state === 'done') return 100
  if (job.total === null || job.total <= 0) return null
  return Math.min(100, Math.floor((job.done / job.total) * 100))
}

/** The server titles a job with what it does and to what, in Chinese; what it does has a name in the reader's language. */
export function jobTitle(job: Job, labels: Labels): string {
  const act = labels.name('jobKind', job.kind)
  return act === job.kind ? job.title : `${act} ${job.title.slice(job.title.indexOf(' ') + 1)}`
}

let source: EventSource | null = null
let spoken = ''
let listeners = 0
const endings = new Set<(job: Job) => void>()

function receive(event: MessageEvent<string>): void {
  const job = JSON.parse(event.data) as Job
  const page = queryClient.getQueryData<Page<Job>>(KEY)
  const before = page?.items.find((other) => other.id === job.id)
  queryClient.setQueryData<Page<Job>>(KEY, { next: null, ...page, items: withJob(page?.items ?? [], job) })
  if (!isOver(job) || before?.state === job.state) return
  endings.forEach((ending) => ending(job))
  // A job may have changed anything; what is on screen is read anew, the rest when it is next seen.
  if (job.state === 'done') void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'jobs' })
}

function open(language: string): void {
  listeners += 1
  connect(language)
}

/** One connection for all, in the language of the screen; browsers let a page set no header here. */
function connect(language: string): void {
  if (listeners === 0 || typeof EventSource === 'undefined' || (source !== null && spoken === language)) return
  source?.close()
  spoken = language
  source = new EventSource(`${API}/platform/events?language=${language.slice(0, 2)}`)
  source.addEventListener('job', receive)
  // After a lost connection messages may be missing; the list is read anew once.
  source.addEventListener('open', () => void queryClient.invalidateQueries({ queryKey: KEY }))
}

function close(): void {
  listeners -= 1
  if (listeners > 0) return
  source?.close()
  source = null
}

/** Listens while the calling component is on screen and the person may see jobs. */
function follow(allowed: ComputedRef<boolean>): void {
  const { locale } = useI18n()
  let following = false
  watch(locale, (language) => following && connect(language))
  watch(
    allowed,
    (may) => {
      if (may && !following) open(locale.value)
      else if (!may && following) close()
      following = may
    },
    { immediate: true },
  )
  onUnmounted(() => {
    if (following) close()
  })
}

export interface Jobs {
  jobs: ComputedRef<Job[]>
  running: ComputedRef<number>
  error: ComputedRef<unknown>
  reload: () => void
  cancel: (id: string) => Promise<void>
}

/** Long work at the server (任务), told by server-sent events. */
export function useJobs(): Jobs {
  const { can } = useSession()
  const allowed = computed(() => can('platform.jobs'))
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => get<Page<Job>>('/platform/jobs', { limit: KEPT }, signal),
    enabled: allowed,
  })
  follow(allowed)
  const jobs = computed(() => data.value?.items ?? [])
  return {
    jobs,
    running: computed(() => jobs.value.filter((job) => !isOver(job)).length),
    error: computed(() => error.value),
    reload: () => void refetch(),
    cancel: async (id) => {
      await remove(`/platform/jobs/${id}`)
      await refetch()
    },
  }
}

/** Says in a corner when a job ends, wherever the person is by then. */
export function useJobNotices(follow: (link: string) => void): void {
  const { t } = useI18n()
  const labels = useLabels()
  const ending = (job: Job) => {
    const title = jobTitle(job, labels)
    const link = job.result?.link
    const action = !link ? undefined : { label: t('kit.jobs.result'), run: () => follow(link) }
    if (job.state === 'done') tell('done', t('kit.jobs.ended.done', { title }), action)
    if (job.state === 'failed') tell('fault', t('kit.jobs.ended.failed', { title }), action)
  }
  onMounted(() => endings.add(ending))
  onUnmounted(() => endings.delete(ending))
}

const POLL_MS = 15_000

/** One job, told by events; asked for now and then as well, because a proxy may swallow events. */
export function useJob(id: () => string | null): ComputedRef<Job | null> {
  const { jobs } = useJobs()
  const { data } = useQuery({
    queryKey: computed(() => ['job', id()]),
    queryFn: ({ signal }) => get<Job>(`/platform/jobs/${id() ?? ''}`, undefined, signal),
    enabled: computed(() => id() !== null),
    refetchInterval: (query) => (query.state.data !== undefined && isOver(query.state.data) ? false : POLL_MS),
  })
  return computed(() => {
    const wanted = id()
    if (wanted === null) return null
    const told = jobs.value.find((job) => job.id === wanted)
    const asked = data.value?.id === wanted ? data.value : undefined
    if (asked !== undefined && isOver(asked)) return asked
    return told ?? asked ?? null
  })
}
