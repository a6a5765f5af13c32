import { config } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach } from 'vitest'

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
})

config.global.stubs = {}
