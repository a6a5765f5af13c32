import type zh from './zh-CN'

const texts: typeof zh = {
  empty: 'No entries yet',
  entry: 'Entry',
  openObject: 'Open the object',
  sameObject: 'Only this object',
  sameActor: 'Only this person',
  receipt: 'Download receipt',
  take: 'Evidence',
  taking: 'Being prepared…',
  piece: { evidence: 'Evidence package (.zip)', checkpoint: 'Newest checkpoint', key: 'Public key' },
  from: 'From',
  to: 'To',
  column: {
    at: 'Time',
    action: 'Act',
    object: 'Object',
    kind: 'Kind of object',
    actor: 'Who',
    place: 'Place',
    mark: 'Proof',
  },
}

export default texts
