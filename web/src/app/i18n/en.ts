import type { Messages } from '.'
import app from '../locale/en'
import audittrail from '@/features/audittrail/locale/en'
import customerfile from '@/features/customerfile/locale/en'
import identity from '@/features/identity/locale/en'
import insight from '@/features/insight/locale/en'
import integration from '@/features/integration/locale/en'
import receivable from '@/features/receivable/locale/en'
import secrecy from '@/features/secrecy/locale/en'
import kit from '@/kit/locale/en'

const messages: Messages = {
  app,
  kit,
  customerfile,
  receivable,
  insight,
  integration,
  identity,
  audittrail,
  secrecy,
}

export default messages
