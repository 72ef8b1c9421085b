/** At the end of the year: a story for who likes to tell one. */
import type { Button } from '../../../src/contracts/message.ts'
import { aboutOf, fill, marked, type Someone, taken } from './hands.ts'

export async function tellStory(someone: Someone, button: Button): Promise<void> {
  const { life, group, person } = someone
  const { chance } = person
  const round = aboutOf(button)
  const { stories } = life.parts.witness
  const told = {
    happened: marked(someone, 'year', `story to ${round}`),
    share: chance.pick(['inside', 'outside', 'outside', 'nobody'] as const),
    name: chance.pick(['named', 'nameless'] as const),
  }
  const more = chance.is(0.5) ? { noticed: marked(someone, 'told', `story to ${round}`) } : {}
  const reply = await fill(someone, await life.press(group, person, button), () => ({ ...told, ...more }))
  if (taken(reply))
    stories.told(round, person.user, { ...told, words: Object.values({ ...more, happened: told.happened }) })
}
