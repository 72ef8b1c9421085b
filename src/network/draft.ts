/** A **draft**: what somebody already sent of a form with several steps, until it is sent as a whole. */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

const draft = z.object({
  /** The form's feature and action, and the person: `draftId`. */
  id: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])).readonly(),
  revision: z.int(),
})

export type Draft = Readonly<z.infer<typeof draft>>

export const drafts = table<Draft>('draft', draft)

/** One draft per form and account: somebody who is no member yet may be setting up a network. */
export const draftId = (
  form: string,
  { platform, tenant, user }: { platform: string; tenant: string; user: string },
) => `${form} ${platform}/${tenant}/${user}`

export const draftsOf = (
  state: State,
  accounts: readonly Parameters<typeof draftId>[1][],
): readonly Draft[] =>
  drafts
    .all(state)
    .filter(({ id }) => accounts.some((account) => id === draftId(id.split(' ')[0] ?? '', account)))
