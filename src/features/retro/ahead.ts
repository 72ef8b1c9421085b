/** Where a retro comes back: before the next meeting, in the month, and in what is open for somebody. */
import { said } from '../../contracts/text.ts'
import { worded } from '../../instrument/retro.ts'
import { takesPart } from '../../network/member.ts'
import { formOfRetro, openRetro, type Retro, retros, sheetOf, wrote } from '../../retro/retro.ts'
import { dayName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { BeforeMeeting, MonthLine, Period, Scene, Waiting, World } from '../feature.ts'
import { cardFacts } from './cards.ts'
import { leadsNow, opening, runningOf } from './running.ts'

const lastClosed = ({ state }: World): Retro | undefined =>
  retros.all(state).findLast((each) => each.state === 'closed')

/** What they took with them, once; what they agreed comes with all other agreements. */
export function tookWithThem(world: World): BeforeMeeting | undefined {
  const { language } = world.network
  const retro = lastClosed(world)
  if (!retro || retro.recalled) return undefined
  const points = retro.points.length > 0
  const cards = cardFacts(world, { form: formOfRetro(world.state, retro), retro }, language)
  if (!points && cards.length === 0) return undefined
  return {
    blocks: [
      ...(points
        ? [
            { tag: 'heading' as const, text: label(language, 'retro.ahead') },
            { tag: 'quotes' as const, quotes: retro.points.map(said) },
          ]
        : []),
      ...(cards.length > 0
        ? [{ tag: 'heading' as const, text: label(language, 'retro.ahead.cards') }, ...cards]
        : []),
    ],
    changes: [retros.put({ ...retro, recalled: true })],
  }
}

export function retrosOfMonth(world: World, { from, until }: Period): readonly MonthLine[] {
  const { state, network } = world
  const { language } = network
  const held = retros
    .all(state)
    .filter(({ closed }) => closed !== undefined && closed >= from && closed < until)
  return held.flatMap((retro): MonthLine[] => [
    {
      id: `retro-${retro.id}`,
      section: 'did',
      at: retro.closed ?? until,
      text: say(language, 'retro.month', {
        day: dayName(language, new Date(retro.closed ?? until), network.zone),
        title: worded(formOfRetro(state, retro).title, language),
      }),
      quote: false,
    },
    ...retro.points.map(
      (point, index): MonthLine => ({
        id: `retro-${retro.id}-${index}`,
        section: 'talk',
        text: [said(point)],
        quote: true,
      }),
    ),
  ])
}

export function waitingRetro(scene: Scene): readonly Waiting[] {
  const { language, member, state } = scene
  const retro = openRetro(state)
  const running = retro && runningOf(scene, retro.id)
  if (!running || !member) return []
  const own = sheetOf(state, running.retro.id, member.id)
  const { phase } = running.phase
  const line = (id: 'retro.open.write' | 'retro.open.dots', action: 'write' | 'dots'): Waiting => ({
    text: say(language, id),
    button: opening(scene, action, running.retro, language, 'form.fill'),
  })
  return [
    ...(leadsNow(scene, running.retro)
      ? [
          {
            text: say(language, 'retro.open.lead'),
            button: opening(scene, 'lead', running.retro, language, 'retro.lead'),
          },
        ]
      : []),
    ...(takesPart(member) && phase === 'collect' && !wrote(own) ? [line('retro.open.write', 'write')] : []),
    ...(takesPart(member) && phase === 'choose' && own.dots.length === 0
      ? [line('retro.open.dots', 'dots')]
      : []),
  ]
}
