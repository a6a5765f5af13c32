import { effectScope, reactive } from 'vue'
import { describe, expect, it } from 'vitest'
import { forgetDrafts, useDraft } from './draft'

/** A form as it opens, with what is done to it before it is closed again. */
function open(
  start: Record<string, string>,
  act: (form: Record<string, string>, forget: () => void) => void = () => undefined,
) {
  const form = reactive({ ...start })
  const scope = effectScope()
  scope.run(() => act(form, useDraft('a', form)))
  scope.stop()
  return { ...form }
}
const typed = (form: Record<string, string>) => {
  form.name = 'typed'
}

describe('what was typed', () => {
  it('is there when the form opens again, beside what the server changed meanwhile', () => {
    open({ name: 'a', address: 'x' }, typed)
    expect(open({ name: 'a', address: 'y' })).toEqual({ name: 'typed', address: 'y' })
  })

  it('is forgotten once it is saved', () => {
    open({ name: 'a' }, (form, forget) => {
      typed(form)
      forget()
    })
    expect(open({ name: 'a' })).toEqual({ name: 'a' })
  })

  it('is not there for the next person', () => {
    open({ name: 'a' }, typed)
    forgetDrafts()
    expect(open({ name: 'a' })).toEqual({ name: 'a' })
  })
})
