import en from '@/app/i18n/en'
import zh from '@/app/i18n/zh-CN'
import calendarEn from '@/features/calendar/locale/en'
import calendarZh from '@/features/calendar/locale/zh-CN'
import documentEn from '@/features/document/locale/en'
import documentZh from '@/features/document/locale/zh-CN'
import formsEn from '@/features/forms/locale/en'
import formsZh from '@/features/forms/locale/zh-CN'
import identityEn from '@/features/identity/locale/en'
import identityZh from '@/features/identity/locale/zh-CN'
import integrationEn from '@/features/integration/locale/en'
import integrationZh from '@/features/integration/locale/zh-CN'
import libraryEn from '@/features/library/locale/en'
import libraryZh from '@/features/library/locale/zh-CN'
import notificationEn from '@/features/notification/locale/en'
import notificationZh from '@/features/notification/locale/zh-CN'
import policyEn from '@/features/policy/locale/en'
import policyZh from '@/features/policy/locale/zh-CN'
import workflowEn from '@/features/workflow/locale/en'
import workflowZh from '@/features/workflow/locale/zh-CN'
import importsEn from '@/kit/locale/codes.imports.en'
import importsZh from '@/kit/locale/codes.imports.zh-CN'
import trailEn from '@/kit/locale/codes.trail.en'
import trailZh from '@/kit/locale/codes.trail.zh-CN'
import viewerEn from '@/kit/viewer/locale/en'
import viewerZh from '@/kit/viewer/locale/zh-CN'

/** All texts, those that come with a page among them. */
export const chinese = {
  ...zh,
  kit: { ...zh.kit, ...trailZh, ...importsZh },
  calendar: calendarZh,
  policy: policyZh,
  document: documentZh,
  viewer: viewerZh,
  notification: notificationZh,
  integration: integrationZh,
  identity: identityZh,
  workflow: workflowZh,
  forms: formsZh,
  library: libraryZh,
}
export const english: typeof chinese = {
  ...en,
  kit: { ...en.kit, ...trailEn, ...importsEn },
  calendar: calendarEn,
  policy: policyEn,
  forms: formsEn,
  library: libraryEn,
  document: documentEn,
  viewer: viewerEn,
  notification: notificationEn,
  integration: integrationEn,
  identity: identityEn,
  workflow: workflowEn,
}
