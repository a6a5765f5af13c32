import type zh from './zh-CN'

const texts: typeof zh = {
  column: {
    customer: 'Customer',
    invoice: 'Invoice',
    issued: 'Issued',
    due: 'Due day',
    amount: 'Amount',
    settled: 'Settled',
    open: 'Open',
    overdue: 'Overdue',
    daysPastDue: 'Days late',
    bucket: 'Bucket',
    disputed: 'Disputed',
  },
  by: { label: 'By', customer: 'Customer', department: 'Department' },
  asOf: 'As of',
  currency: 'Currency',
  state: 'State',
  onlyOpen: 'Open',
  onlySettled: 'Settled',
  disputed: 'Disputed',
  searchItems: 'Invoice, customer',
  searchAgeing: 'Customer, number',
  noItems: 'No receivables',
  noAgeing: 'Nothing is open',
  settlements: 'Settlements of {invoice}',
  noSettlements: 'Nothing settled yet.',
  settledOn: 'Settled on',
  unknownDay: 'day unknown',
  agrees: 'Agrees with the ledger, difference 0.00',
  differs: 'Differs from the ledger by {amount}',
  bookedLater: '{n} item booked after this day | {n} items booked after this day',
  chart: 'Chart',
  chartTitle: 'How old is what is open?',
}

export default texts
