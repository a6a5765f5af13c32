import { useQuery } from '@tanstack/vue-query'
import { computed, onMounted, onUnmounted, watch, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { API, get, remove } from '@/app/api/http'
import type { Job, JobState, Page } from '@/app/api/contract'
import { tell } from '@/app/notices'
import { queryClient } from '@/app/queries'
import { useSession } from '@/app/session/session'
import { useLabels, type Labels } from './labels'

const KEY = ['jobs'] as const
const KEPT = 50
const POLL_MS = 15_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

const isOver = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running'

const RANK: Record<JobState, number> = { queued: 0, running: 1, done: 2, failed: 2, cancelled: 2 }

/** Whether one report of a job is older than another: reports may overtake each other on their way. */
const isOlder = (job: Job, other: Job): boolean =>
  RANK[job.state] < RANK[other.state] || (RANK[job.state] === RANK[other.state] && job.done < other.done)

/** The list after a message about one job: replaced in place unless more is known already, or new on top. */
export function withJob(jobs: readonly Job[], job: Job): Job[] {
  const known = jobs.some((other) => other.id === job.id)
  if (!known) return [job, ...jobs].slice(0, KEPT)
  return jobs.map((other) => (other.id === job.id && !isOlder(job, other) ? job : other))
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

/** What no job changes: who is signed in, what is set, and decisions, which are never changed. */
const KEPT_KEYS = new Set<unknown>(['jobs', 'job', 'session', 'nodes', 'grades', 'views', 'decision'])

/** What a job of a kind may have changed: a check only its import, everything else whatever is read of customers. */
export function changedBy(kind: string, key: readonly unknown[]): boolean {
  const [name, path] = key
  if (KEPT_KEYS.has(name) || (name === 'list' && String(path).startsWith('/identity/'))) return false
  const ofImports = name === 'import' || (name === 'list' && String(path).startsWith('/integration/'))
  return kind.startsWith('integration.') ? kind !== 'integration.check' || ofImports : !ofImports
}

let source: EventSource | null = null
let spoken = ''
let listeners = 0
let failures = 0
let waiting: ReturnType<typeof setTimeout> | undefined
const endings = new Set<(job: Job) => void>()
/** Who wants to hear that there are new notices, or may be. */
export const onNotice = new Set<() => void>()

/** Told when something begins or ends to wait for the person. */
export const onInbox = new Set<() => void>()

function ended(job: Job): void {
  endings.forEach((ending) => ending(job))
  // What is on screen is read anew, the rest when it is next seen.
  if (job.state === 'done')
    void queryClient.invalidateQueries({ predicate: (query) => changedBy(job.kind, query.queryKey) })
}

function receive(event: MessageEvent<string>): void {
  const job = JSON.parse(event.data) as Job
  const page = queryClient.getQueryData<Page<Job>>(KEY)
  const before = page?.items.find((other) => other.id === job.id)
  queryClient.setQueryData<Page<Job>>(KEY, { next: null, ...page, items: withJob(page?.items ?? [], job) })
  if (isOver(job) && !(before !== undefined && isOver(before))) ended(job)
}

/** A list asked for may be older than a message that came meanwhile, and may tell of an end that no message told of. */
export function merged(asked: Page<Job>, known: readonly Job[]): Page<Job> {
  const items = asked.items.map((job) => {
    const before = known.find((other) => other.id === job.id)
    if (before === undefined) return job
    if (isOver(job) && !isOver(before)) ended(job)
    return isOlder(job, before) ? before : job
  })
  return { ...asked, items }
}

function open(language: string): void {
  listeners += 1
  connect(language)
}

/** One connection for all, in the language of the screen; browsers let a page set no header here. */
function connect(language: string): void {
  if (listeners === 0 || typeof EventSource === 'undefined' || (source !== null && spoken === language)) return
  clearTimeout(waiting)
  source?.close()
  spoken = language
  source = new EventSource(`${API}/platform/events?language=${language.slice(0, 2)}`)
  source.addEventListener('job', receive)
  source.addEventListener('notice', () => onNotice.forEach((anew) => anew()))
  source.addEventListener('inbox', () => onInbox.forEach((anew) => anew()))
  source.addEventListener('open', () => {
    failures = 0
    // After a lost connection messages may be missing; the list is read anew once.
    void queryClient.invalidateQueries({ queryKey: KEY })
    onNotice.forEach((anew) => anew())
    onInbox.forEach((anew) => anew())
  })
  source.addEventListener('error', again)
}

/** A browser connects again by itself, but gives up for good when the answer is a refusal, such as of a server that starts. */
function again(): void {
  if (source?.readyState !== EventSource.CLOSED || listeners === 0) return
  source = null
  clearTimeout(waiting)
  waiting = setTimeout(() => connect(spoken), Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures))
  failures += 1
}

function close(): void {
  listeners -= 1
  if (listeners > 0) return
  clearTimeout(waiting)
  failures = 0
  source?.close()
  source = null
}

/** Listens while the calling component is on screen and the person may hear of it. */
export function follow(allowed: ComputedRef<boolean>): void {
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
    queryFn: async ({ signal }) => {
      const asked = await get<Page<Job>>('/platform/jobs', { limit: KEPT }, signal)
      return merged(asked, queryClient.getQueryData<Page<Job>>(KEY)?.items ?? [])
    },
    enabled: allowed,
    // Events tell of progress; this is for the case that a proxy swallows them.
    refetchInterval: (query) => (query.state.data?.items.some((job) => !isOver(job)) ? POLL_MS : false),
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

/** Says in a corner when a job of one's own ends, wherever the person is by then. */
export function useJobNotices(follow: (link: string) => void): void {
  const { t } = useI18n()
  const labels = useLabels()
  const { me } = useSession()
  const ending = (job: Job) => {
    if (job.user === null || job.user !== me.value?.user.id) return
    const title = jobTitle(job, labels)
    const link = job.result?.link
    const action = !link ? undefined : { label: t('kit.jobs.result'), run: () => follow(link) }
    if (job.state === 'done') tell('done', t('kit.jobs.ended.done', { title }), action)
    if (job.state === 'failed') tell('fault', t('kit.jobs.ended.failed', { title }), action)
  }
  onMounted(() => endings.add(ending))
  onUnmounted(() => endings.delete(ending))
}

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
