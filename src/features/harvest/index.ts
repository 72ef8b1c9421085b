/**
 * The **harvest** (oogst): at the end of the school year the network looks at what it is happy with, what to
 * keep, whether it is worth the time, and what comes next; and whoever likes tells a story.
 */

import { said } from '../../contracts/text.ts'
import { closedRounds, rounds } from '../../round/round.ts'
import { taleLine, talesOf } from '../../story/story.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Feature, MonthLine, Period, Scene, Waiting, World } from '../feature.ts'
import { planReminders, remind, reminderActions, stillOpen, tellUnreached } from '../remind.ts'
import { word } from '../reply.ts'
import { closing } from '../round-life.ts'
import { answer, reminding } from './answer.ts'
import { close, livePosts, open, planHarvest, withdrawStory } from './rhythm.ts'
import { story } from './story.ts'
import { feature, hasHarvest, quotesOf, taleText, together } from './views.ts'

const readAll: Action = {
  for: 'network',
  press(scene, [id = '']) {
    const { language, state } = scene
    const round = rounds.get(state, id)
    if (round?.feature !== feature || round.state !== 'closed')
      return { reply: word(language, say(language, 'err.old')) }
    if (!hasHarvest(scene, round)) return { reply: word(language, say(language, 'harvest.few')) }
    const blocks = together(scene, round, language, Number.POSITIVE_INFINITY)
    return {
      reply: { kind: 'word', message: { language, summary: label(language, 'harvest.title'), blocks } },
    }
  },
}

const waiting = (scene: Scene): readonly Waiting[] =>
  stillOpen(scene, reminding, (round) =>
    say(scene.language, 'open.harvest', closing(scene, round, scene.language)),
  )

/** What it was, and what may be heard further on: a story only when its writer wanted it outside too. */
function monthOfHarvest(world: World, { until }: Period): readonly MonthLine[] {
  const { network, state } = world
  const last = closedRounds(state, feature).at(-1)
  if (!last || !hasHarvest(world, last) || last.closes >= until) return []
  const did = say(network.language, 'month.harvest')
  return [
    { id: `harvest-${last.id}`, section: 'did', quote: false, text: did, at: last.closes },
    ...quotesOf(last, 'proud').map((words, index): MonthLine => {
      return { id: `proud-${last.id}-${index}`, section: 'proud', quote: true, text: [said(words)] }
    }),
    ...talesOf(state, last.id)
      .filter(({ outside }) => outside)
      .map((tale): MonthLine => {
        return { id: taleLine(tale), section: 'stories', quote: true, text: taleText(tale) }
      }),
  ]
}

export const harvest: Feature = {
  name: feature,
  actions: { answer, story, read: readAll, ...reminderActions(reminding) },
  plan: (world) => [...planHarvest(world), ...planReminders(world, reminding)],
  occurrences: {
    open,
    close,
    remind: remind(reminding),
    repeat: remind(reminding),
    unreached: tellUnreached,
    withdraw: withdrawStory,
  },
  waiting,
  month: monthOfHarvest,
  posts: livePosts,
}
