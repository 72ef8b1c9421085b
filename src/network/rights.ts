/**
 * Who may what, as data (interface.md, "Who may what"). Asked in one place: the bot, before a feature's
 * handler runs.
 */
import type { TextId } from '../text/say.ts'
import { type Member, takesPart } from './member.ts'

/** `anyone`: whoever can see the button, a guest of the channel too. */
export type Audience = 'anyone' | 'participant' | 'network' | 'lead' | 'teamleider'

const has = (person: Member, role: 'teamleider' | 'coach') => !person.left && person.roles.includes(role)

const allowed: Readonly<Record<Audience, (person: Member) => boolean>> = {
  anyone: () => true,
  participant: takesPart,
  network: (person) => takesPart(person) || has(person, 'teamleider') || has(person, 'coach'),
  lead: (person) => has(person, 'teamleider') || has(person, 'coach'),
  teamleider: (person) => has(person, 'teamleider'),
}

/** For whom it is, in words, for the sentence that refuses. */
export const audienceText = {
  anyone: 'who.member',
  participant: 'who.member',
  network: 'who.member',
  lead: 'who.lead',
  teamleider: 'who.teamleider',
} as const satisfies Readonly<Record<Audience, TextId>>

export const may = (person: Member | undefined, audience: Audience): boolean =>
  audience === 'anyone' || (person !== undefined && allowed[audience](person))
