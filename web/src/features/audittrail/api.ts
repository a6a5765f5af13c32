import type { MaybeRefOrGetter } from 'vue'
import { fetchFile, save } from '@/app/api/download'
import type { Query } from '@/app/api/http'
import type { TrailEntry } from '@/app/api/contract'
import { useList } from '@/kit/list'
import { ENTRIES } from '@/kit/trail'

export const LOG_FILTERS = { object: '', actor: '', kind: '', action: '', from: '', to: '', sort: '-at' }
export type LogFilters = typeof LOG_FILTERS

export const useEntries = (filters: MaybeRefOrGetter<Query>) => useList<TrailEntry>(ENTRIES, filters)

/** What an auditor takes along; each is verified with `./xindang verify-log` and nothing else. */
export type Piece = 'evidence' | 'checkpoint' | 'key'

const PIECES: Record<Piece, { path: string; name: string }> = {
  evidence: { path: '/audittrail/evidence.zip', name: 'evidence.zip' },
  checkpoint: { path: '/audittrail/checkpoint', name: 'checkpoint.txt' },
  key: { path: '/audittrail/key', name: 'public-key.pem' },
}

async function take(path: string, name: string): Promise<void> {
  const file = await fetchFile(path, {})
  save({ ...file, name })
}

export const takePiece = (piece: Piece): Promise<void> => take(PIECES[piece].path, PIECES[piece].name)

export const takeReceipt = (entry: TrailEntry): Promise<void> =>
  take(`${ENTRIES}/${entry.id}/receipt`, `receipt-${String(entry.place)}.json`)
