import type { Messages } from '.'
import app from '../locale/en'
import audittrail from '@/features/audittrail/locale/en'
import customerfile from '@/features/customerfile/locale/en'
import insight from '@/features/insight/locale/en'
import receivable from '@/features/receivable/locale/en'
import secrecy from '@/features/secrecy/locale/en'
import kit from '@/kit/locale/en'

const messages: Messages = {
  app,
  kit,
  customerfile,
  receivable,
  insight,
  audittrail,
  secrecy,
}

export default messages
