/** Ticking topics in a form: as many fields as it takes, because a list has room for only so many. */
import type { Field, Values } from '../../contracts/form.ts'
import type { Language } from '../../contracts/text.ts'
import { type Topic, topicsOf } from '../../retro/board.ts'
import { topicLabel } from './board.ts'
import type { Running } from './running.ts'

/** Slack shows a hundred choices and no more. */
const mostOptions = 90

interface Asked {
  readonly id: string
  readonly label: Field['label']
  /** Above a second list. */
  readonly more: string
  readonly most: number
  readonly ticked: readonly string[]
}

export function topicFields({ form, retro }: Running, language: Language, asked: Asked): readonly Field[] {
  const { id, label, more, most, ticked } = asked
  const topics = topicsOf(retro)
  const lists = Math.max(Math.ceil(topics.length / mostOptions), 1)
  return Array.from({ length: lists }, (_, list): Field => {
    const options = topics
      .slice(list * mostOptions, (list + 1) * mostOptions)
      .map((each) => ({ value: each.id, label: topicLabel(form, each, language) }))
    return {
      tag: 'choices',
      id: `${id}-${list}`,
      label: list === 0 ? label : more,
      optional: true,
      options,
      most,
      value: ticked.filter((each) => options.some(({ value }) => value === each)),
    }
  })
}

/** What was ticked, in all lists together; `undefined` when something was forged. */
export function tickedIn(
  topics: readonly Topic[],
  id: string,
  values: Values,
): readonly string[] | undefined {
  const sent = Object.entries(values)
    .filter(([name]) => name.startsWith(`${id}-`))
    .flatMap(([, value]) => value)
    .filter((each) => each !== '')
  const ticked = [...new Set(sent)]
  return ticked.every((each) => topics.some((topic) => topic.id === each)) ? ticked : undefined
}
