/** **Delivery**: the teamleider sees in words what may not have arrived, and can have it sent again. */
import { participants } from '../../network/member.ts'
import { parcels } from '../../network/parcel.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Feature, Scene, Waiting } from '../feature.ts'
import { button, word } from '../reply.ts'
import { letIn, planGone, shutOut, tellGone } from './gone.ts'

const unsure = ({ state }: Scene) => parcels.all(state).filter((each) => each.state === 'unknown')
const refused = ({ state }: Scene) => parcels.all(state).filter((each) => each.state === 'failed')

/** What the bot never does by itself, because it could say the same thing twice. */
const again: Action = {
  for: 'teamleider',
  press(scene) {
    const all = [...unsure(scene), ...refused(scene)]
    const after = scene.now.toISOString()
    return {
      changes: all.map((each) => parcels.put({ ...each, state: 'waiting', after, tries: 0 })),
      reply: word(scene.language, say(scene.language, all.length > 0 ? 'ledger.sent' : 'open.none')),
    }
  },
}

function waiting(scene: Scene): readonly Waiting[] {
  const { language, member, network, state } = scene
  if (!member?.roles.includes('teamleider')) return []
  const [maybe, failed] = [unsure(scene), refused(scene)]
  const missed = participants(state).filter(({ reach }) => reach === 'no').length
  // A later repeat is another time, so the button knows what it was about.
  const send = button(network, 'delivery', 'again', [[...maybe, ...failed][0]?.id ?? 'none'], {
    label: label(language, 'ledger.again'),
    opens: 'nothing',
  })
  const line = (
    n: number,
    one: 'ledger.unknown.one' | 'ledger.failed.one',
    more: 'ledger.unknown' | 'ledger.failed',
  ) => (n === 0 ? [] : [{ text: say(language, n === 1 ? one : more, { n }), button: send }])
  return [
    ...line(maybe.length, 'ledger.unknown.one', 'ledger.unknown'),
    ...line(failed.length, 'ledger.failed.one', 'ledger.failed'),
    ...(missed > 0
      ? [{ text: say(language, missed === 1 ? 'err.reach.one' : 'err.reach', { n: missed }) }]
      : []),
  ]
}

export const delivery: Feature = {
  name: 'delivery',
  actions: { again },
  happened: { 'bot-added': letIn, 'bot-removed': shutOut, 'place-gone': shutOut },
  plan: planGone,
  occurrences: { gone: tellGone },
  waiting,
}
