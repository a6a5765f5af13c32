import { QueryClient } from '@tanstack/vue-query'
import { worthRetrying } from './api/http'

/** Holds all data of the server; nothing of it is kept elsewhere. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: worthRetrying,
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // A query without a network fails at once and says so; waiting silently looks like a broken page.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
