/** The pages as one piece: each piece costs the first load its name. */
export { default as NoticesPage } from './NoticesPage.vue'
export { default as OutboundPage } from './OutboundPage.vue'
export { default as PreferencesPage } from './PreferencesPage.vue'
