/** Retros: somebody begins one, members write and put dots, whoever leads goes on, back, hands over or leaves. */
import type { Form, Values } from '../../../src/contracts/form.ts'
import type { Message } from '../../../src/contracts/message.ts'
import type { Group, Person } from '../cast.ts'
import type { Life } from '../life.ts'
import { marksIn } from '../words.ts'
import {
  aboutOf,
  buttonIn,
  fill,
  hours,
  later,
  leaderOf,
  marked,
  minutes,
  optionOf,
  replyButton,
  type Someone,
  taken,
  takingPart,
  viaWord,
  wording,
} from './hands.ts'

/** The forms that there are, and at what pace. */
export async function beginRetro(life: Life, group: Group, wanted?: 'now' | 'days'): Promise<void> {
  const person = leaderOf(group)
  if (!person) return
  const someone = { life, group, person }
  const { chance } = group
  const pace = wanted ?? (chance.is(0.6) ? 'now' : 'days')
  const reply = await viaWord(someone, 'retro', 'retro/start', (form) => {
    if (form.step === 2) return { question: wording(someone, 'talk') }
    const field = form.fields.find(({ id }) => id === 'form')
    const [first = '', ...others] = chance.shuffle(
      field && 'options' in field ? field.options.map(({ value }) => value) : [],
    )
    return { form: first, pace, open: others.length > 9 ? 'all' : 'lead' }
  })
  const lead = reply && replyButton(reply, 'retro/lead')
  if (!lead) return
  life.parts.figures.retros += 1
  const first = pace === 'now' ? minutes(chance.between(8, 15)) : hours(chance.between(52, 80))
  later(someone, first, () => leadOn(someone, lead.ref, pace))
}

/** One step of leading, and then the next; some leave it halfway. */
async function leadOn(someone: Someone, ref: string, pace: 'now' | 'days', step = 0): Promise<void> {
  const { life, group, person } = someone
  const { chance } = person
  if (step > 14 || (!person.keen && chance.is(0.03))) return
  const opened = await life.press(group, person, { ref, label: 'Retro' })
  if (opened.kind === 'word') {
    const take = replyButton(opened, 'retro/take')
    if (take) await life.press(group, person, take)
    return
  }
  if (opened.kind !== 'form') return
  let next: Person = person
  let done = false
  await fill(someone, opened, (form) => {
    if (form.fields.some(({ id }) => id === 'do')) {
      const luck = chance.next()
      const wanted =
        luck < 0.07
          ? 'back'
          : luck < 0.14
            ? 'pile'
            : luck < 0.17
              ? 'split'
              : luck < 0.2
                ? 'time'
                : luck < 0.24
                  ? 'hand'
                  : luck < 0.27
                    ? 'finish'
                    : 'next'
      const action = optionOf(form, 'do', wanted) ?? 'next'
      done = action === 'finish'
      return { do: action }
    }
    const to = form.fields.find(({ id }) => id === 'to')
    if (to && 'options' in to) {
      const [other] = chance.shuffle(takingPart(group).filter((each) => each !== person))
      next = other ?? person
      const option = to.options.find(({ label }) => JSON.stringify(label).includes(`"${next.name}"`))
      return { to: option?.value ?? '' }
    }
    return stepValues(someone, form)
  })
  if (done) return
  const wait = pace === 'now' ? minutes(chance.between(4, 12)) : minutes(chance.between(10, 500))
  later({ ...someone, person: next }, wait, () => leadOn({ ...someone, person: next }, ref, pace, step + 1))
}

/** The forms behind the first: what goes on a pile, until when, how it ends. */
function stepValues(someone: Someone, form: Form): Values {
  const { chance } = someone.person
  const values: Record<string, string | readonly string[]> = {}
  for (const field of form.fields) {
    if (field.tag === 'choices') values[field.id] = field.options.slice(0, 2).map(({ value }) => value)
    else if (field.id === 'name') values.name = wording(someone, 'pile')
    else if (field.id === 'pile') values.pile = optionOf(form, 'pile') ?? ''
    else if (field.tag === 'time') values[field.id] = '16:45'
    else if (field.id.startsWith('point-') && chance.is(0.8)) values[field.id] = wording(someone, 'task')
    else if (field.id.startsWith('agree-') && chance.is(0.4)) values[field.id] = wording(someone, 'agree')
    else if (field.id.startsWith('who-')) values[field.id] = chance.pick(['all', 'me'] as const)
  }
  return values
}

const joined = new WeakMap<Life, Set<string>>()

/** The first time that somebody sees this in this retro. */
function first(life: Life, key: string): boolean {
  const seen = joined.get(life) ?? new Set<string>()
  joined.set(life, seen)
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

/** The message of a retro changed or came: who has something to do in this phase does it, or not. */
export function retroShown(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const write = buttonIn(message, 'retro/write')
  const dots = buttonIn(message, 'retro/dots')
  const card = buttonIn(message, 'retro/card')
  const read = buttonIn(message, 'retro/read')
  const at = minutes(chance.between(1, 11))
  if (write && first(life, `${person.user} ${write.ref}`) && person.consent === 'yes' && chance.is(0.85)) {
    later(someone, at, () => writeNotes(someone, write.ref))
    if (chance.is(0.2)) later(someone, at + minutes(3), () => writeNotes(someone, write.ref))
  }
  if (dots && first(life, `${person.user} ${dots.ref}`) && person.consent === 'yes' && chance.is(0.8))
    later(someone, minutes(chance.between(1, 5)), () => putDots(someone, dots.ref))
  if (card && chance.is(0.15)) later(someone, at, async () => void (await life.press(group, person, card)))
  if (read && first(life, `${person.user} ${read.ref}`) && chance.is(0.1))
    later(someone, at, async () => void (await life.press(group, person, read)))
}

async function writeNotes(someone: Someone, ref: string): Promise<void> {
  const { life, group, person } = someone
  const { chance } = person
  const retro = aboutOf({ ref })
  const opened = await life.press(group, person, { ref, label: 'Retro' })
  if (opened.kind !== 'form') return
  let values: Record<string, string> = {}
  const reply = await fill(someone, opened, ({ fields }) => {
    values = {}
    for (const field of fields) {
      if (field.id.startsWith('new-') && chance.is(0.6)) values[field.id] = marked(someone, 'board', retro)
      else if (field.id.startsWith('note-') && 'value' in field && chance.is(0.85))
        values[field.id] = String(field.value ?? '')
      else if (field.id.startsWith('tap-') && chance.is(0.85))
        values[field.id] = chance.pick(['little', 'right', 'much'] as const)
      else if (field.id === 'named') values.named = chance.is(0.6) ? 'yes' : 'no'
    }
    return values
  })
  if (reply.kind !== 'word' || !taken(reply)) return
  const notes = Object.values(values).filter((each) => marksIn(each).length > 0)
  const taps = Object.keys(values).flatMap((id) => (id.startsWith('tap-') ? [id.slice(4)] : []))
  life.parts.figures.notes += notes.length
  life.parts.witness.boards.wrote(retro, person.user, { notes, taps, named: values.named === 'yes' })
}

async function putDots(someone: Someone, ref: string): Promise<void> {
  const { life, group, person } = someone
  const opened = await life.press(group, person, { ref, label: 'Retro' })
  if (opened.kind !== 'form') return
  let count = 0
  const reply = await fill(someone, opened, ({ fields }) => {
    const [field] = fields
    const options = field?.tag === 'choices' ? field.options.map(({ value }) => value) : []
    const chosen = person.chance.shuffle(options).slice(0, person.chance.between(1, 3))
    count = chosen.length
    return field ? { [field.id]: chosen } : {}
  })
  if (reply.kind === 'word') life.parts.witness.boards.dotted(aboutOf({ ref }), person.user, count)
}

/** "It was left halfway": go on, finish, or let it be. */
export function leftHalfway(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const lead = buttonIn(message, 'retro/lead')
  const finish = buttonIn(message, 'retro/finish')
  const luck = chance.next()
  if (lead && luck < 0.4)
    later(someone, minutes(chance.between(5, 900)), () => leadOn(someone, lead.ref, 'days'))
  else if (finish && luck < 0.7)
    later(someone, minutes(chance.between(5, 900)), async () => {
      await fill(someone, await life.press(group, person, finish), (form) => stepValues(someone, form))
    })
}
