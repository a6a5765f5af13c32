import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '../i18n'
import { notices, tell } from '../notices'
import { usePreferences } from '../preferences'
import { queryClient } from '../queries'
import { speakAs } from './language'
import { endSession, signIn, signOut } from './session'

let answers: (() => Response)[] = []
const person = (id: string) => () => new Response(JSON.stringify({ user: { id, language: 'en' }, rights: [] }))
const refused = (status: number) => () => new Response('{"code":"x"}', { status })

beforeEach(async () => {
  setActivePinia(createPinia())
  vi.stubGlobal('fetch', () => new Promise((resolve) => resolve((answers.shift() as () => Response)())))
  answers = [person('one')]
  await signIn('one', 'password')
  queryClient.setQueryData(['customer', 'c1'], 'of one')
  tell('fault', 'of one')
})
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

const kept = () => [queryClient.getQueryData(['customer', 'c1']) !== undefined, notices.length > 0]

describe('what was read for one person', () => {
  it.each([
    ['one', [true, true]],
    ['other', [false, false]],
  ])('is there after the session ended and %s signed in: %j', async (who, there) => {
    endSession()
    answers = [person(who)]
    await signIn(who, 'password')
    expect(kept()).toEqual(there)
  })

  it.each([204, 401])('is gone after signing out, answered with %d', async (status) => {
    answers = [() => (status === 204 ? new Response(null, { status }) : refused(status)())]
    await signOut()
    expect(kept()).toEqual([false, false])
  })
})

describe('a sign-out that did not happen', () => {
  it.each([
    ['no answer', () => Promise.reject(new TypeError('gone')) as unknown as Response],
    ['a fault', refused(503)],
  ])('because of %s is a fault, and everything stays', async (_, answer) => {
    answers = [answer]
    await expect(signOut()).rejects.toThrow()
    expect(kept()).toEqual([true, true])
  })
})

describe('the language', () => {
  const me = { user: { language: 'en' } } as Parameters<typeof speakAs>[0]

  it('of the account is spoken unless another was chosen on this device', async () => {
    await speakAs(me)
    expect(i18n.global.locale.value).toBe('en')
    usePreferences().stored.language = 'zh-CN'
    i18n.global.locale.value = 'zh-CN'
    await speakAs(me)
    expect(i18n.global.locale.value).toBe('zh-CN')
  })
})
