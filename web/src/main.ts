import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { whenAgreementNeeded, whenSecondFactorNeeded, whenSignedOut } from './app/api/http'
import { i18n, preferred, switchLanguage } from './app/i18n'
import { usePreferences } from './app/preferences'
import { queryClient } from './app/queries'
import { router, toAccount, toAgreement, toSignIn } from './app/router'
import { followTheme } from './app/theme/theme'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './app/theme/base.css'

async function start(): Promise<void> {
  const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient })
  app.runWithContext(followTheme)
  await switchLanguage(usePreferences().stored.language ?? preferred())
  whenSignedOut(toSignIn)
  whenAgreementNeeded(toAgreement)
  whenSecondFactorNeeded(toAccount)
  app.use(router).mount('#app')
}

void start()
