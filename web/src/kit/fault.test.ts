import { expect, it } from 'vitest'
import { problemOf } from '@/app/api/problem'
import { show } from '@/testing/mounting'
import XdFault from './XdFault.vue'

it('a refusal says which value does not fit, and why', async () => {
  const error = problemOf(422, {
    code: 'invalid-fields',
    title: '有些内容不合要求',
    detail: '',
    reasons: [
      { field: 'asOf', facts: { code: 'future' } },
      { field: 'width', facts: { code: 'strange' } },
    ],
  })
  const { wrapper } = await show(XdFault, { error })
  expect(wrapper.text()).toContain('日期：晚于今天')
  expect(wrapper.text()).toContain('width：不合要求')
})
