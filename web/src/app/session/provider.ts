import type { ProviderOffer, ProviderWay } from '../api/contract'
import { get, post } from '../api/http'
import { forgetDrafts } from '../draft'

/** Whether the house has a provider of its own to sign in through, and what people call it. */
export const readOffer = (): Promise<ProviderOffer> => get<ProviderOffer>('/identity/provider')

/** Leaves for the provider; it sends the browser back, and the server that to the page. */
export async function signInThroughProvider(next: string): Promise<void> {
  const { location } = await post<ProviderWay>('/identity/provider/sign-in', { next })
  // Whoever comes back may be somebody else, and nothing of this page is left then that could compare the two.
  forgetDrafts()
  window.location.assign(location)
}
