/** Before the next meeting: what was agreed and still runs, or the wish for an agreement. */
import { agreements, agreementsFrom, runs } from '../../agreement/agreement.ts'
import { said } from '../../contracts/text.ts'
import { rounds } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { BeforeMeeting, World } from '../feature.ts'
import { button } from '../reply.ts'
import { allOpen, byHand } from './source.ts'

/** More than that nobody reads just before a meeting; `afspraken` has them all. */
const mostShown = 5

export function agreedLastTime({ state, network }: World): BeforeMeeting | undefined {
  const { language } = network
  const running = agreements.all(state).filter(runs).slice(-mostShown)
  if (running.length > 0)
    return {
      blocks: [
        { tag: 'paragraph', text: say(language, 'ahead.agreed') },
        { tag: 'quotes', quotes: running.map((each) => said(each.words)) },
      ],
      buttons: [
        button(network, 'agreement', 'change', [allOpen], {
          label: label(language, 'agree.change'),
          opens: 'form',
        }),
      ],
    }
  const last = rounds
    .all(state)
    .findLast((round) => round.feature === 'evaluation' && round.state === 'closed')
  const made = [last?.id, byHand].some((from) => from && agreementsFrom(state, from).length > 0)
  if (!last || made) return undefined
  return {
    blocks: [{ tag: 'paragraph', text: say(language, 'ahead.none') }],
    buttons: [
      button(network, 'agreement', 'note', [last.id], {
        label: label(language, 'agree.note'),
        opens: 'form',
      }),
    ],
  }
}
