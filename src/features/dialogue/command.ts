/** `kaart [thema]`: a card at once, where it was typed. */
import type { Button } from '../../contracts/message.ts'
import { withChanges } from '../../contracts/store.ts'
import { said } from '../../contracts/text.ts'
import type { Theme } from '../../instrument/deck.ts'
import { livesAt } from '../../network/member.ts'
import { may } from '../../network/rights.ts'
import { label, say } from '../../text/say.ts'
import type { Action, CommandSpec, Outcome, Scene } from '../feature.ts'
import { button, word } from '../reply.ts'
import { chooseCard } from './cards.ts'
import { newDraw, postCard } from './nudge.ts'
import { ourCards, oursButton } from './ours.ts'
import { addDraw, drawsOf } from './records.ts'
import { findTheme, themeName } from './themes.ts'
import { cardMessage } from './views.ts'

type Spot = 'channel' | 'private'

/** What somebody types behind `kaart` to get at the network's own cards. */
const ownWords = ['eigen', 'own']
/** Stands for no theme in a button. */
const anyTheme = 'any'

const hereIn = ({ network, where }: Scene): Spot => (livesAt(network, where) ? 'channel' : 'private')

export const cardCommand: CommandSpec = {
  words: { nl: 'kaart', en: 'card' },
  for: 'network',
  help: 'card.help',
  helpFor: ({ member }) => (may(member, 'lead') ? 'card.help.lead' : 'card.help'),
  run(scene, rest) {
    const typed = rest.trim()
    const here = hereIn(scene)
    if (ownWords.includes(typed.toLowerCase()) && may(scene.member, 'lead')) return ourCards(scene)
    if (typed === '') return drawCard(scene, here)
    const found = findTheme(scene.library.deck, typed)
    if ('theme' in found) return drawCard(scene, here, found.theme)
    const text = say(scene.language, 'card.unknown', { theme: said(shortened(typed)) })
    return {
      reply: word(
        scene.language,
        text,
        found.nearest.map((theme) => themeButton(scene, here, theme)),
      ),
    }
  },
}

/** No theme is longer than this; more of what somebody typed need not come back. */
const longestTheme = 60

const shortened = (typed: string): string => [...typed.toWellFormed()].slice(0, longestTheme).join('')

/** Of no theme in particular without one. A theme may be wanted twice, so the count tells two times apart. */
const themeButton = (scene: Scene, spot: Spot, theme?: Theme): Button =>
  button(
    scene.network,
    'dialogue',
    'theme',
    [theme?.id ?? anyTheme, spot, String(drawsOf(scene.state).length)],
    {
      label: theme ? themeName(theme, scene.language) : label(scene.language, 'card.other'),
      opens: 'nothing',
    },
  )

/** A theme that was offered. The card comes where `kaart` was typed, also when the offer stood elsewhere. */
export const theme: Action = {
  for: 'network',
  press(scene, [id = '', spot = '']) {
    const { language, library } = scene
    const wanted = library.deck.themes.find((each) => each.id === id)
    if ((!wanted && id !== anyTheme) || (spot !== 'channel' && spot !== 'private'))
      return { reply: word(language, say(language, 'err.old')) }
    return drawCard(scene, spot, wanted)
  },
}

function drawCard(scene: Scene, where: Spot, about?: Theme): Outcome {
  const placed = () => word(scene.language, say(scene.language, 'card.placed'), ownWay(scene))
  // A draw never says who made it: of two who draw in private, a repeat must not show one the other's card.
  if (scene.again) return where === 'private' ? {} : { reply: placed() }
  const card = chooseCard(scene, where, about?.id)
  if (!card) return { reply: noneLeft(scene, where, about) }
  const draw = newDraw(scene, card, {
    where,
    by: 'asked',
    state: 'open',
    ...(about && { theme: about.id }),
  })
  if (where === 'channel') return { ...postCard(scene, draw), reply: placed() }
  const changes = addDraw(scene, draw)
  return { changes, ...privately({ ...scene, state: withChanges(scene.state, changes) }, draw.id) }
}

/** Who leads the network finds its own cards here. */
const ownWay = (scene: Scene): readonly Button[] => (may(scene.member, 'lead') ? [oursButton(scene)] : [])

function privately(scene: Scene, id: string): Outcome {
  const draw = drawsOf(scene.state).find((each) => each.id === id)
  const message = draw && cardMessage(scene, draw, scene.language, ownWay(scene))
  return message ? { reply: { kind: 'word', message } } : {}
}

function noneLeft(scene: Scene, where: Spot, about?: Theme) {
  const { language } = scene
  if (!about) return word(language, say(language, 'card.none'))
  const text = say(language, 'card.none.theme', { theme: about.text[language] })
  return word(language, text, [themeButton(scene, where)])
}
