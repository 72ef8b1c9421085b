/** **Meetings** (bijeenkomsten): planning once or as a series, moving, cancelling, and a word just before. */
import type { Block } from '../../contracts/message.ts'
import { comingMeetings } from '../../meeting/meeting.ts'
import { whenText } from '../../meeting/words.ts'
import { label, say } from '../../text/say.ts'
import type { Feature, Scene } from '../feature.ts'
import { button } from '../reply.ts'
import { ahead, planAhead } from './ahead.ts'
import { answerFound, askAbout, ended, foundPosts, goesOn, lapse, planCalls, started } from './call.ts'
import { cancelMeeting, moveMeeting } from './change.ts'
import { monthOfMeetings } from './month.ts'
import { planMeeting } from './plan.ts'

/** As many as read well in one message; the rest is further away than anybody looks. */
const mostShown = 10

function overview(scene: Scene) {
  const { language, network, state, now } = scene
  const coming = comingMeetings(state, now)
  const title = label(language, 'plan.coming')
  const lines: Block[] = coming
    .slice(0, mostShown)
    .map((each) => ({ tag: 'paragraph', text: whenText(scene, each, language) }))
  const does = (action: string, id: 'plan.new' | 'plan.move' | 'plan.cancel') =>
    button(network, 'meeting', action, [], {
      label: label(language, id),
      opens: 'form',
      primary: id === 'plan.new',
    })
  const buttons = [
    does('plan', 'plan.new'),
    ...(coming.length > 0 ? [does('move', 'plan.move'), does('cancel', 'plan.cancel')] : []),
  ]
  const none: Block[] = [{ tag: 'paragraph', text: say(language, 'plan.none') }]
  const blocks: Block[] = [
    { tag: 'heading', text: title },
    ...(coming.length > 0 ? lines : none),
    { tag: 'buttons', buttons },
  ]
  return { kind: 'word' as const, message: { language, summary: title, blocks } }
}

export const meeting: Feature = {
  name: 'meeting',
  commands: [
    {
      words: { nl: 'bijeenkomst', en: 'meeting' },
      for: 'lead',
      help: 'plan.help',
      run: (scene) => ({ reply: overview(scene) }),
    },
  ],
  waiting(scene) {
    const [next] = comingMeetings(scene.state, scene.now)
    if (!next) return []
    return [{ text: say(scene.language, 'open.meeting', { when: whenText(scene, next, scene.language) }) }]
  },
  actions: { plan: planMeeting, move: moveMeeting, cancel: cancelMeeting, found: answerFound },
  happened: { 'meeting-started': started, 'meeting-ended': ended },
  plan: (world) => [...planAhead(world), ...planCalls(world)],
  occurrences: { ahead, over: goesOn, found: askAbout, lapse },
  month: monthOfMeetings,
  posts: foundPosts,
}
