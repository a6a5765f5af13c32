import { useQuery } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { call, post, type Query } from '@/app/api/http'
import type { BotLine, NewBot, NewSubscription, MadeSubscription, NoticeLine, OwnPreference } from '@/app/api/contract'
import type { NoticePreference, Subscription, WebhookLine } from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { NOTICES, readUnreadAnew } from '@/app/shell/unread'
import { useList } from '@/kit/list'

const PREFERENCES = '/notification/preferences'
const BOTS = '/notification/bots'
const SUBSCRIPTIONS = '/notification/subscriptions'

/** Groups of notices in the order of the screens. */
export const TOPICS = ['task', 'deadline', 'warning', 'decision', 'system'] as const

export const useNotices = (filters: MaybeRefOrGetter<Query>) => useList<NoticeLine>(NOTICES, filters)

export async function read(id: string): Promise<void> {
  await post(`${NOTICES}/${id}/reading`)
  await readUnreadAnew()
}

/** Up to the newest on screen: what came meanwhile stays unread. */
export async function readUpTo(last: string): Promise<void> {
  await post(`${NOTICES}/readings`, { last })
  await readUnreadAnew()
}

export const usePreference = () =>
  useQuery({
    queryKey: ['notice-preferences'],
    queryFn: ({ signal }) => call<OwnPreference>('GET', PREFERENCES, { signal }),
  })

export async function prefer(body: NoticePreference, etag: string | null): Promise<void> {
  const answer = await call<OwnPreference>('PUT', PREFERENCES, { body, etag })
  queryClient.setQueryData(['notice-preferences'], answer)
}

const version = (line: { version: number }): string => `"${String(line.version)}"`
const anew = (path: string) => queryClient.invalidateQueries({ queryKey: ['list', path] })

export const useBots = () => useList<BotLine>(BOTS, {})
export const useSubscriptions = () => useList<Subscription>(SUBSCRIPTIONS, {})
export const useMessages = (id: () => string) => useList<WebhookLine>(`${SUBSCRIPTIONS}/${id()}/messages`, {})

export async function addBot(bot: NewBot, key: string): Promise<void> {
  await post(BOTS, bot, { key })
  await anew(BOTS)
}

export async function removeBot(bot: BotLine): Promise<void> {
  await call('DELETE', `${BOTS}/${bot.id}`, { etag: version(bot) })
  await anew(BOTS)
}

export async function subscribe(wanted: NewSubscription, key: string): Promise<MadeSubscription> {
  const made = await post<MadeSubscription>(SUBSCRIPTIONS, wanted, { key })
  await anew(SUBSCRIPTIONS)
  return made
}

export async function rotate(line: Subscription): Promise<MadeSubscription> {
  const { data } = await call<MadeSubscription>('POST', `${SUBSCRIPTIONS}/${line.id}/secret`, { etag: version(line) })
  await anew(SUBSCRIPTIONS)
  return data
}

export async function unsubscribe(line: Subscription): Promise<void> {
  await call('DELETE', `${SUBSCRIPTIONS}/${line.id}`, { etag: version(line) })
  await anew(SUBSCRIPTIONS)
}

export const tryOut = (line: Subscription) => post(`${SUBSCRIPTIONS}/${line.id}/test`)

export async function replay(line: Subscription, since: string): Promise<number> {
  const { events } = await post<{ events: number }>(`${SUBSCRIPTIONS}/${line.id}/replay`, { since })
  await anew(`${SUBSCRIPTIONS}/${line.id}/messages`)
  return events
}
