import './locale'

export { default as CasePage } from './CasePage.vue'
export { default as FlowPage } from './FlowPage.vue'
export { default as FlowsPage } from './FlowsPage.vue'
export { default as InboxPage } from './InboxPage.vue'
export { default as NewCasePage } from './NewCasePage.vue'
export { default as SentPage } from './SentPage.vue'
