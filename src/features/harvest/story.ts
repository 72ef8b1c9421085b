/** A story of the year: four small steps, and its writer's own choice of who reads it and with what name. */
import type { Field, Form, Values } from '../../contracts/form.ts'
import { said, type Text } from '../../contracts/text.ts'
import type { Member } from '../../network/member.ts'
import { harvestForStory } from '../../round/harvest.ts'
import { answersId, rounds } from '../../round/round.ts'
import { type Story, stories } from '../../story/story.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Scene } from '../feature.ts'
import { formOf, oneOf, optionsOf, typedWords } from '../form.ts'
import { notSaved, word } from '../reply.ts'
import { closing } from '../round-life.ts'
import { feature } from './views.ts'

const mostCharacters = 500

const steps = ['happened', 'took', 'tried', 'noticed'] as const
const shares = { inside: 'story.inside', outside: 'story.outside', nobody: 'story.nobody' } as const
const names = { named: 'story.named', nameless: 'story.nameless' } as const

export const story: Action = {
  for: 'participant',
  press(scene, [id]) {
    const harvest = harvestOf(scene, id)
    if (!harvest || !scene.member) return { reply: word(scene.language, say(scene.language, 'err.closed')) }
    return { reply: { kind: 'form', form: storyForm(scene, harvest, scene.member) } }
  },
  submit(scene, [id], { values }) {
    const { language, member } = scene
    const harvest = harvestOf(scene, id)
    if (!harvest || !member) return { reply: notSaved(say(language, 'err.closed')) }
    const { parts, share, name, errors } = checkStory(scene, values)
    if (!share || !name || Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    const before = storyOf(scene, harvest, member)
    const made: Story = {
      id: answersId(harvest.id, member.id),
      round: harvest.id,
      member: member.id,
      parts,
      share,
      named: name === 'named',
      revision: (before?.revision ?? 0) + 1,
    }
    if (share !== 'nobody') {
      const { until } = harvest
      const kept = until ? say(language, 'story.kept', until) : say(language, 'story.kept.early')
      return { changes: [stories.put(made)], reply: word(language, kept) }
    }
    const text = say(language, 'story.own')
    const quotes = parts.filter((part) => part !== '').map(said)
    return {
      changes: [stories.put(made)],
      reply: {
        kind: 'word',
        message: {
          language,
          summary: text,
          blocks: [
            { tag: 'paragraph', text },
            { tag: 'quotes', quotes },
          ],
        },
      },
    }
  },
}

/** What a story belongs to, with the moment on which it closes once that is known. */
interface Harvest {
  readonly id: string
  readonly until?: ReturnType<typeof closing>
}

/** The one that stories are told for now; a ref may be old or forged. */
function harvestOf(scene: Scene, id: string | undefined): Harvest | undefined {
  const name = harvestForStory(scene)
  if (name === undefined || name !== id) return undefined
  const round = rounds.get(scene.state, name)
  return { id: name, ...(round && { until: closing(scene, round, scene.language) }) }
}

const storyOf = ({ state }: Scene, { id }: Harvest, member: Member): Story | undefined =>
  stories.get(state, answersId(id, member.id))

function storyForm(scene: Scene, harvest: Harvest, member: Member): Form {
  const { language } = scene
  const before = storyOf(scene, harvest, member)
  const { id, until } = harvest
  return formOf(scene, {
    feature,
    action: 'story',
    about: [id],
    title: label(language, 'story.title'),
    revision: before?.revision ?? 0,
    intro: [
      { tag: 'paragraph', text: say(language, 'story.how') },
      {
        tag: 'context',
        text: until ? say(language, 'story.who', until) : say(language, 'story.who.early'),
      },
    ],
    fields: [
      ...steps.map((step, index): Field => {
        const value = before?.parts[index]
        const question = { id: step, label: label(language, `story.${step}`), optional: index > 0 }
        return { ...question, tag: 'long', most: mostCharacters, ...(value && { value }) }
      }),
      {
        tag: 'choice',
        id: 'share',
        label: label(language, 'story.share'),
        optional: false,
        options: optionsOf(language, shares),
        ...(before && { value: before.share }),
      },
      {
        tag: 'choice',
        id: 'name',
        label: label(language, 'story.name'),
        optional: false,
        options: optionsOf(language, names),
        value: before?.named ? 'named' : 'nameless',
      },
    ],
  })
}

function checkStory({ language }: Scene, values: Values) {
  const errors: Record<string, Text> = {}
  const parts = steps.map((step) => {
    const optional = step !== 'happened'
    const { words, error } = typedWords(language, values[step], { most: mostCharacters, optional })
    if (error) errors[step] = error
    return words
  })
  const share = oneOf(shares, values.share)
  const name = oneOf(names, values.name ?? 'nameless')
  if (!share) errors.share = say(language, 'err.choice')
  if (!name) errors.name = say(language, 'err.choice')
  return { parts, share, name, errors }
}
