import { effectScope, reactive } from 'vue'
import { describe, expect, it } from 'vitest'
import { useOnce } from './once'
import { localProblem, problemOf } from './problem'

async function keysOf(answers: unknown[], between: (form: { name: string }) => void = () => undefined) {
  const form = reactive({ name: 'a' })
  const scope = effectScope()
  const once = scope.run(() => useOnce(() => form))
  const keys: string[] = []
  for (const answer of answers) {
    await once?.((key) => {
      keys.push(key)
      return answer === 'done' ? Promise.resolve(1) : Promise.reject(answer as Error)
    }).catch(() => undefined)
    between(form)
  }
  scope.stop()
  return keys[0] === keys[1]
}

describe('a change that is sent again', () => {
  it.each([
    ['the answer was lost', localProblem('offline'), true],
    ['a proxy gave up', problemOf(504, null), true],
    ['it was refused', problemOf(422, {}), false],
    ['it took effect', 'done', false],
  ])('because %s', async (_, answer, same) => {
    expect(await keysOf([answer, 'done'])).toBe(same)
  })

  it('goes under another key once it was edited', async () => {
    const edit = (form: { name: string }) => {
      form.name += 'b'
    }
    expect(await keysOf([localProblem('offline'), 'done'], edit)).toBe(false)
  })
})
