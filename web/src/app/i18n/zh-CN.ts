import app from '../locale/zh-CN'
import audittrail from '@/features/audittrail/locale/zh-CN'
import customerfile from '@/features/customerfile/locale/zh-CN'
import insight from '@/features/insight/locale/zh-CN'
import receivable from '@/features/receivable/locale/zh-CN'
import secrecy from '@/features/secrecy/locale/zh-CN'
import kit from '@/kit/locale/zh-CN'

export default { app, kit, customerfile, receivable, insight, audittrail, secrecy }
