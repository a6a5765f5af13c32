import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'

beforeEach(() => localStorage.clear())
enableAutoUnmount(afterEach)
