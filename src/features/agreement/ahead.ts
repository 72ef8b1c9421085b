/** Before the next meeting: what was agreed last and still runs, or the wish for an agreement. */
import { agreements, agreementsFrom, runs } from '../../agreement/agreement.ts'
import { said } from '../../contracts/text.ts'
import { rounds } from '../../round/round.ts'
import { say } from '../../text/say.ts'
import { agreementButton } from '../agreed.ts'
import type { BeforeMeeting, World } from '../feature.ts'
import { byHand, newestOf, newestOpen } from './source.ts'

export function agreedLastTime(world: World): BeforeMeeting | undefined {
  const { state } = world
  const { language } = world.network
  const running = agreements.all(state).filter(runs)
  const shown = newestOf(running)
  const n = running.length - shown.length
  if (running.length > 0)
    return {
      blocks: [
        { tag: 'paragraph', text: say(language, 'ahead.agreed') },
        { tag: 'quotes', quotes: shown.map((each) => said(each.words)) },
        ...(n > 0 ? [{ tag: 'context' as const, text: say(language, 'ahead.earlier', { n }) }] : []),
      ],
      buttons: [agreementButton(world, language, 'change', newestOpen)],
    }
  const last = rounds
    .all(state)
    .findLast((round) => round.feature === 'evaluation' && round.state === 'closed')
  const made = [last?.id, byHand].some((from) => from && agreementsFrom(state, from).length > 0)
  if (!last || made) return undefined
  return {
    blocks: [{ tag: 'paragraph', text: say(language, 'ahead.none') }],
    buttons: [agreementButton(world, language, 'note', last.id)],
  }
}
