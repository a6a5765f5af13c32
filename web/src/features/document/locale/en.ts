import letters from './letters.en'

import type zh from './zh-CN'

const texts: typeof zh = {
  title: 'Documents',
  none: 'No documents yet. Drag files here or choose some.',
  number: 'Number',
  name: 'Name',
  levelLabel: 'Confidentiality',
  version: 'Version',
  size: 'Size',
  uploaded: 'Uploaded',
  uploadedText: '{at} {by}',
  act: 'Action',
  open: 'Show',
  openOf: 'Show {name}',
  close: 'Back to the list',
  choose: 'Choose files or drag them here',
  kinds: 'PDF, pictures, Word, Excel, PowerPoint, OFD, text; up to 50 MB each, several at once',
  waiting: 'Uploading {name}',
  added: '{name} is stored as {number}',
  again: 'Store it once more',
  leaveOut: 'Leave it out',
  same: '{name} has the content of a document that is stored already',
  failed: '{name} was not stored',
  versions: 'Versions',
  nth: 'Version {n}',
  reasonLabel: 'Reason',
  newVersion: 'Upload a new version',
  newVersionOf: 'Upload a new version of “{name}”',
  newVersionNote: 'The versions before stay and can be shown.',
  chooseVersion: 'Choose a file',
  save: 'Save',
  download: 'Download',
  downloadOf: 'Download version {n}',
  downloadNote: 'A download is entered in the register of what leaves the house, and recorded.',
  downloaded: 'Downloaded; its number stands in the register',
  card: 'This kind of file is not shown here.',
  cardNote: 'Whoever may download it opens it with its own program.',
  sizeText: { kb: '{n} KB', mb: '{n} MB' },
}

export default texts
