/**
 * What a button or a form means: which network, which feature, which action, about what. It travels through
 * the platform as one string, so whatever comes back may be forged and is checked like any other input.
 */
export interface Ref {
  readonly network: string
  readonly feature: string
  readonly action: string
  readonly about: readonly string[]
}

export const writeRef = ({ network, feature, action, about }: Ref): string =>
  [network, feature, action, ...about].join('/')

/** `undefined` for anything that this bot cannot have written. */
export function readRef(written: string): Ref | undefined {
  if (!/^[\w-]{1,40}(\/[\w.-]{1,60}){2,6}$/.test(written)) return undefined
  const [network = '', feature = '', action = '', ...about] = written.split('/')
  return { network, feature, action, about }
}
