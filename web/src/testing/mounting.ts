import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { chinese, english } from './texts'

export interface Mounted {
  wrapper: VueWrapper
  router: Router
  client: QueryClient
}

/** Pages that links may lead to. */
const NAMES = [
  'home',
  'customers',
  'customer',
  'ageing',
  'items',
  'insight',
  'imports',
  'import',
  'jobs',
  'identity',
  'secrecy',
  'account',
  'calendar',
  'inbox',
  'library',
  'policy',
  'forms',
  'form-records',
  'form-record',
  'form-designer',
  'inbox',
  'sent',
  'new-case',
  'flow-case',
  'task',
  'flows',
  'flow',
  'letters',
  'notices',
  'notice-preferences',
]

/** Puts a component on a page with real texts, router and stores; only the network is left to the test. */
export async function show(
  component: Component,
  props: Record<string, unknown> = {},
  options: { slots?: Record<string, string>; locale?: 'zh-CN' | 'en'; address?: string; client?: QueryClient } = {},
): Promise<Mounted> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: NAMES.map((name) => ({ path: `/${name}/:id?/:tab?`, name, component: { template: '<div />' } })),
  })
  await router.push(options.address ?? '/customers')
  const locale = options.locale ?? 'zh-CN'
  const i18n = createI18n({ legacy: false, locale, messages: { 'zh-CN': chinese, en: english } })
  const client = options.client ?? new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = mount(component, {
    props,
    slots: options.slots,
    attachTo: document.body,
    global: { plugins: [createPinia(), i18n, router, [VueQueryPlugin, { queryClient: client }]] },
  })
  return { wrapper: wrapper as VueWrapper, router, client }
}
