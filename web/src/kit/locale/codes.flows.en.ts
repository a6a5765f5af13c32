import type zh from './codes.flows.zh-CN'

const texts: typeof zh = {
  action: {
    'workflow_make-flow': 'Flow made',
    'workflow_change-flow': 'Flow changed',
    'workflow_close-flow': 'Flow closed',
    'workflow_open-flow': 'Flow opened again',
    'workflow_check-flow': 'Flow checked',
    workflow_publish: 'Flow published',
    workflow_start: 'Case started',
    workflow_withdraw: 'Case taken back',
    workflow_remind: 'Reminder sent',
    workflow_comment: 'Comment on a case',
    workflow_agree: 'Agreed',
    workflow_refuse: 'Not agreed',
    workflow_return: 'Case sent back',
    workflow_resubmit: 'Case handed in again',
    'workflow_add-signer': 'Signer added',
    workflow_delegate: 'Opinion asked for',
    'workflow_hand-over': 'Task handed over',
    workflow_decide: 'Decision on a case',
  },
  objectKind: {
    flow: 'Flow',
    'flow-case': 'Case',
  },
  right: {
    workflow_act: 'start and sign cases',
    workflow_read: 'see flows and cases',
    workflow_design: 'draw flows',
    workflow_publish: 'publish flows',
    workflow_manage: 'hand over tasks of others',
  },
  basis: {
    user: 'person',
    to: 'back to',
    step: 'step',
    version: 'version',
    flow: 'flow',
  },
}

export default texts
