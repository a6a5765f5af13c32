import { post } from '../api/http'
import type { Me } from '../api/contract'
import { welcome } from './session'

/** Whether this browser can make and use passkeys here; it cannot without https. */
export const passkeysKnown = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Whether somebody changed his mind at the dialog of the device. */
export const isGivenUp = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotAllowedError'

function plain(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError')
  return credential.toJSON()
}

/** Has the device make a passkey; what it answers goes to the server. */
export async function createdPasskey(options: unknown): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON)
  return plain(await navigator.credentials.create({ publicKey }))
}

export async function signInWithPasskey(): Promise<Me> {
  const options = await post<PublicKeyCredentialRequestOptionsJSON>('/identity/session/passkey/options')
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const credential = plain(await navigator.credentials.get({ publicKey }))
  return welcome(await post<Me>('/identity/session/passkey', { credential }))
}
