import { useQuery } from '@tanstack/vue-query'
import { computed, onMounted, onUnmounted, type ComputedRef } from 'vue'
import { get } from '../api/http'
import { queryClient } from '../queries'
import { useSession } from '../session/session'
import { follow, onNotice } from '@/kit/jobs'

export const NOTICES = '/notification/notices'
const KEY = ['unread'] as const

/** The number beside the bell and the list are read anew. */
export async function readUnreadAnew(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: KEY }),
    queryClient.invalidateQueries({ queryKey: ['list', NOTICES] }),
  ])
}

/** How many notices one has not read, told by events; asked now and then as well, for a proxy may swallow them. */
export function useUnread(): ComputedRef<number> {
  const { me } = useSession()
  const known = computed(() => me.value !== undefined)
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => get<{ unread: number }>(`${NOTICES}/unread`, undefined, signal),
    enabled: known,
    refetchInterval: 60_000,
  })
  follow(known)
  const anew = () => void readUnreadAnew()
  onMounted(() => onNotice.add(anew))
  onUnmounted(() => onNotice.delete(anew))
  return computed(() => data.value?.unread ?? 0)
}
