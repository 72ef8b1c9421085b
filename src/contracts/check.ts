/** One thing that is right or wrong about an installation, in a sentence for its operator; what to do is in it. */
export interface Finding {
  readonly good: boolean
  readonly text: string
}
