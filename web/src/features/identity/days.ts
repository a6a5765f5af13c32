const DAY = 86_400_000

/** The day before an ISO day; calendar days have no zone. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10)
