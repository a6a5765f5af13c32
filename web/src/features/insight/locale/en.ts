import type zh from './zh-CN'

const texts: typeof zh = {
  asOf: 'as of {day}',
  currency: 'Currency',
  figure: {
    customers: 'Customers',
    limit: 'Credit limits',
    open: 'Open receivables',
    overdue: 'Overdue',
    overdueShare: 'Overdue share',
  },
  customers: 'Customers',
  grade: 'Grade',
  band: 'Limit',
  state: 'State of the limit',
  grades: 'Which grades do customers have?',
  gradesNote: 'Click a bar for the list',
  limits: 'How large are the limits?',
  limitsNote: 'Bands of limits in {currency}',
  states: 'How many customers have a limit?',
  bandFrom: '{from} and more',
  assess: 'Assess again',
  assessStart: 'Assess all customers',
  assessAll: 'All customers are assessed by the policies in force; grades, suggested limits and warnings follow.',
  assessText:
    '{n} customer is assessed by the policies in force; grade, suggested limit and warnings follow. | {n} customers are assessed by the policies in force; grades, suggested limits and warnings follow.',
}

export default texts
