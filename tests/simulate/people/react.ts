/** Something came to stand somewhere: who sees it thinks of what to do. */
import type { Message } from '../../../src/contracts/message.ts'
import type { Group } from '../cast.ts'
import type { Life } from '../life.ts'
import type { Cause, Sent } from '../rules/seen.ts'
import { aheadSaid, ownerAsked, resultsShown } from './agree.ts'
import { askedAgain, decideToJoin } from './begin.ts'
import { buttonIn, type Someone } from './hands.ts'
import { planFirst, takeOver } from './lead.ts'
import { invited, reminded } from './look-back.ts'

export function react(life: Life, { group, person, message, fresh, cause }: Sent): void {
  if (person) privately({ life, group, person }, message, fresh)
  else inChannel(life, group, message, fresh, cause)
}

function inChannel(
  life: Life,
  group: Group,
  message: Message,
  fresh: boolean,
  cause: Cause | undefined,
): void {
  const vacancy = buttonIn(message, 'membership/lead')
  if (vacancy) takeOver(life, group, vacancy)
  const join = buttonIn(message, 'membership/consent')
  if (!fresh) return
  for (const each of group.people) {
    const someone = { life, group, person: each }
    if (join) decideToJoin(someone, join)
    else if (buttonIn(message, 'evaluation/answer')) invited(someone, message)
    else if (cause?.kind === 'ahead') aheadSaid(someone, message)
    else resultsShown(someone, message)
  }
}

function privately(someone: Someone, message: Message, fresh: boolean): void {
  if (!fresh) return
  if (buttonIn(message, 'evaluation/later')) reminded(someone, message)
  else if (buttonIn(message, 'agreement/done')) ownerAsked(someone, message)
  else if (buttonIn(message, 'membership/consent')) askedAgain(someone, message)
  else if (buttonIn(message, 'meeting/plan')) planFirst(someone)
}
