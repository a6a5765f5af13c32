const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser calls itself, in two words; the whole of it where none is known. */
export function deviceName(agent: string): string {
  const first = (all: [RegExp, string][]): string | undefined => all.find(([sign]) => sign.test(agent))?.[1]
  const words = [first(BROWSERS), first(SYSTEMS)].filter((word) => word !== undefined)
  return words.length > 0 ? words.join(' · ') : agent.slice(0, 60)
}
