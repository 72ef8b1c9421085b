/** Something came to stand somewhere: who sees it thinks of what to do. */
import type { Message } from '../../../src/contracts/message.ts'
import type { Group } from '../cast.ts'
import type { Life } from '../life.ts'
import type { Cause, Sent } from '../rules/seen.ts'
import { aheadSaid, ownerAsked, resultsShown } from './agree.ts'
import { askedAgain, decideToJoin } from './begin.ts'
import { askedToSlow, cardShown } from './cards.ts'
import { askedHowItWent } from './carry.ts'
import { lineProposed, momentProposed, pictureShown } from './crosses.ts'
import { buttonIn, type Someone } from './hands.ts'
import { planFirst, takeOver } from './lead.ts'
import { invitationIn, invited, reminded, reminderIn } from './look-back.ts'
import { previewed, summaryShown, versionProposed } from './month.ts'
import { callFound } from './platform.ts'
import { leftHalfway, retroShown } from './retro.ts'

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
  const asked = invitationIn(message)
  for (const each of group.people) {
    const someone = { life, group, person: each }
    retroShown(someone, message)
    if (!fresh) continue
    if (join) decideToJoin(someone, join)
    else if (asked) invited(someone, message, asked)
    else if (cause?.kind === 'ahead') aheadSaid(someone, message)
    else if (buttonIn(message, 'dialogue/keep')) cardShown(someone, message)
    else if (buttonIn(message, 'monitoring/object')) lineProposed(someone, message)
    else if (buttonIn(message, 'monitoring/conclude')) pictureShown(someone, message)
    else if (buttonIn(message, 'summary/share')) summaryShown(someone, message)
    else if (buttonIn(message, 'summary/text')) versionProposed(someone, message)
    else resultsShown(someone, message)
  }
}

function privately(someone: Someone, message: Message, fresh: boolean): void {
  if (!fresh) return
  const reminder = reminderIn(message)
  if (reminder) reminded(someone, message, reminder)
  else if (buttonIn(message, 'agreement/done')) ownerAsked(someone, message)
  else if (buttonIn(message, 'membership/consent')) askedAgain(someone, message)
  else if (buttonIn(message, 'monitoring/move')) momentProposed(someone, message)
  else if (buttonIn(message, 'transfer/tell')) askedHowItWent(someone, message)
  else if (buttonIn(message, 'summary/change')) previewed(someone, message)
  else if (buttonIn(message, 'dialogue/slow')) askedToSlow(someone, message)
  else if (buttonIn(message, 'meeting/found')) callFound(someone, message)
  else if (buttonIn(message, 'retro/finish')) leftHalfway(someone, message)
  else if (buttonIn(message, 'meeting/plan')) planFirst(someone)
}
