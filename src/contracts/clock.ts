/** The present moment. A school year runs in seconds in a test because everybody asks this and nothing else. */
export interface Clock {
  now(): Date
}
