/** A retro that runs, and who may do what in it. */
import { dateOf } from '../../calendar/calendar.ts'
import type { Button } from '../../contracts/message.ts'
import { said, type Text } from '../../contracts/text.ts'
import type { Phase, PhaseOf, RetroForm } from '../../instrument/retro.ts'
import { type Member, members, rests, takesPart } from '../../network/member.ts'
import { may } from '../../network/rights.ts'
import type { Facts } from '../../retro/board.ts'
import { formOfRetro, phaseOf, type Retro, retros, sheetsOf } from '../../retro/retro.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Scene, World } from '../feature.ts'
import { button } from '../reply.ts'

export interface Running {
  readonly retro: Retro
  readonly form: RetroForm
  readonly phase: Phase
}

const withForm = ({ state }: World, retro: Retro): Running => {
  const form = formOfRetro(state, retro)
  return { retro, form, phase: phaseOf(form, retro) }
}

/** `undefined` for one that has closed, or never was. */
export function runningOf(world: World, id = ''): Running | undefined {
  const retro = retros.get(world.state, id)
  return retro?.state === 'open' ? withForm(world, retro) : undefined
}

export const factsOf = ({ state, network, random }: World, { retro, form }: Running): Facts => ({
  form,
  sheets: sheetsOf(state, retro.id),
  minimum: network.minimum,
  random,
})

export const inPhase = <Name extends Phase['phase']>(phase: Phase, name: Name): PhaseOf<Name> | undefined =>
  phase.phase === name ? (phase as PhaseOf<Name>) : undefined

export const leadsNow = ({ member }: Scene, { facilitator }: Retro): boolean =>
  member !== undefined && member.id === facilitator && !member.left

/** Whoever may begin one may take one over: teamleider and coach, or everybody where that was chosen. */
export const mayBegin = ({ member, network }: Scene): boolean =>
  may(member, 'lead') || (network.retros === 'all' && may(member, 'participant'))

/** There, and not resting: somebody who can lead, or can be told something. */
export const isThere = ({ now, network }: World, person: Member | undefined): person is Member =>
  person !== undefined &&
  !person.left &&
  (takesPart(person) || person.roles.length > 0) &&
  !rests(person, dateOf(now, network.zone))

/** With nobody left to lead, anybody who takes part can take it over. */
export function mayTake(scene: Scene, retro: Retro): boolean {
  if (mayBegin(scene)) return true
  const leads = members.all(scene.state).filter((each) => may(each, 'lead'))
  const alone = [...leads, members.get(scene.state, retro.facilitator)].every((each) => !isThere(scene, each))
  return alone && may(scene.member, 'participant')
}

/** "Anna leidt deze retro." */
export function whoLeads(world: World, retro: Retro, language: Scene['language']): Text {
  const leader = members.get(world.state, retro.facilitator)
  return leader
    ? say(language, 'retro.leads', { name: said(leader.name) })
    : label(language, 'retro.leads.nobody')
}

export const phaseNames = {
  collect: 'retro.phase.collect',
  reveal: 'retro.phase.reveal',
  group: 'retro.phase.group',
  choose: 'retro.phase.choose',
  talk: 'retro.phase.talk',
  close: 'retro.phase.close',
} as const satisfies Readonly<Record<Phase['phase'], PlainTextId>>

type Named = 'form.fill' | 'retro.lead' | 'retro.take' | 'retro.note.more' | 'form.next' | 'retro.do.finish'

/** A button that opens one of the retro's forms. */
export const opening = (
  { network }: World,
  action: 'write' | 'dots' | 'lead' | 'finish',
  { id }: Retro,
  language: Scene['language'],
  name: Named,
  primary = false,
): Button =>
  button(network, 'retro', action, [id], {
    label: label(language, name),
    opens: 'form',
    ...(primary && { primary }),
  })

/** Taking over can happen more than once, so the button knows when it was shown. */
export const takeOver = ({ network }: World, retro: Retro, language: Scene['language']): Button =>
  button(network, 'retro', 'take', [retro.id, String(retro.revision)], {
    label: label(language, 'retro.take'),
    opens: 'nothing',
  })
