/**
 * The log holds codes, keys and causes; never an answer, a name, a token or a whole payload. `fields` are
 * therefore plain codes, ids and counts.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

export interface Log {
  info(fields: LogFields, event: string): void
  warn(fields: LogFields, event: string): void
  error(fields: LogFields, event: string): void
}
