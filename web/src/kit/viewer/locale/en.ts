import type zh from './zh-CN'

const texts: typeof zh = {
  pages: '{name}; Page Up, Page Down, Home and End turn pages, + and - zoom',
  page: 'Page {page} of {pages}',
  first: 'First page',
  before: 'Page before',
  next: 'Next page',
  last: 'Last page',
  closer: 'Larger',
  further: 'Smaller',
  zoom: '{percent}%',
  unreadable: 'The content cannot be shown',
  unreadableNote:
    'It may be encrypted or no whole PDF. Download it to open it with its own program, or upload it anew.',
}

export default texts
