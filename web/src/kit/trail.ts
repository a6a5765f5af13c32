import codes from './locale/codes.trail.zh-CN'

/** Where entries of all objects are read. */
export const ENTRIES = '/audittrail/entries'

/** Acts that the trail may hold, as they are named on screens. */
export const actions: readonly string[] = Object.keys(codes.action).map((key) => key.replace('_', '.'))

/** Kinds of objects that acts are done to. */
export const kinds: readonly string[] = Object.keys(codes.objectKind)
