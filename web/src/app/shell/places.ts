import {
  Avatar,
  Bell,
  Checked,
  Collection,
  Connection,
  Calendar,
  DataLine,
  Document,
  EditPen,
  Files,
  Key,
  List,
  Lock,
  Memo,
  Message,
  Odometer,
  OfficeBuilding,
  Setting,
  Sort,
  Switch,
  Tickets,
  Upload,
  User,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Shortcut } from '../shortcuts'

export interface Place {
  route: string
  label: string
  icon: Component
  right?: string
  /** Second key after "g". */
  key?: string
}

export interface PlaceGroup {
  label: string
  places: Place[]
}

/** The left menu: only screens that work, at most two levels. */
export const groups: PlaceGroup[] = [
  {
    label: 'app.menu.work',
    places: [{ route: 'inbox', label: 'app.page.inbox', icon: Checked, key: 'w' }],
  },
  {
    label: 'app.menu.insight',
    places: [
      {
        route: 'insight',
        label: 'app.page.insight',
        icon: Odometer,
        right: 'insight.read',
        key: 'o',
      },
    ],
  },
  {
    label: 'app.menu.customerfile',
    places: [
      { route: 'customers', label: 'app.page.customers', icon: User, right: 'customerfile.read', key: 'c' },
      { route: 'forms', label: 'app.page.forms', icon: EditPen, right: 'forms.read' },
    ],
  },
  {
    label: 'app.menu.receivable',
    places: [
      { route: 'ageing', label: 'app.page.ageing', icon: DataLine, right: 'receivable.read', key: 'a' },
      { route: 'items', label: 'app.page.items', icon: List, right: 'receivable.read', key: 'r' },
    ],
  },
  {
    label: 'app.menu.settings',
    places: [
      { route: 'policy', label: 'app.page.policy', icon: Setting, right: 'policy.read', key: 'p' },
      { route: 'numbers', label: 'app.page.numbers', icon: Tickets, right: 'policy.read' },
      { route: 'flows', label: 'app.page.flows', icon: Connection, right: 'workflow.read' },
      { route: 'form-settings', label: 'app.page.formSettings', icon: Memo, right: 'forms.design' },
      { route: 'letter-templates', label: 'app.page.letterTemplates', icon: Message, right: 'document.letter' },
      { route: 'library', label: 'app.page.library', icon: Collection },
      { route: 'calendar', label: 'app.page.calendar', icon: Calendar },
    ],
  },
  {
    label: 'app.menu.admin',
    places: [
      { route: 'secrecy', label: 'app.page.secrecy', icon: Lock, right: 'customerfile.read', key: 's' },
      { route: 'imports', label: 'app.page.imports', icon: Upload, right: 'integration.read', key: 'i' },
      { route: 'identity', label: 'app.page.identity', icon: Avatar, right: 'identity.manage', key: 'u' },
      { route: 'organisation', label: 'app.page.organisation', icon: OfficeBuilding, right: 'identity.manage' },
      { route: 'audittrail', label: 'app.page.audittrail', icon: Document, right: 'audittrail.read', key: 'l' },
      { route: 'roles', label: 'app.page.roles', icon: Key, right: 'identity.grant' },
      { route: 'deputies', label: 'app.page.deputies', icon: Switch, right: 'identity.read' },
      { route: 'handover', label: 'app.page.handover', icon: Sort, right: 'identity.read' },
      { route: 'outbound', label: 'app.page.outbound', icon: Bell, right: 'notification.manage' },
      { route: 'jobs', label: 'app.page.jobs', icon: Files, right: 'platform.jobs', key: 'j' },
    ],
  },
]

export const places: Place[] = groups.flatMap((group) => group.places)

export function goShortcuts(go: (route: string) => void): Shortcut[] {
  return places.flatMap((place) =>
    place.key === undefined ? [] : [{ keys: `g ${place.key}`, label: place.label, run: () => go(place.route) }],
  )
}
