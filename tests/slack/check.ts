/**
 * The rules of Block Kit, written down a second time from Slack's own pages, and a checker that finds what
 * breaks them. https://docs.slack.dev/reference/block-kit/
 */
// Payloads are plain JSON in these tests.
export type Json = { readonly [key: string]: unknown }

const most = { message: 50, modal: 100, home: 100 }

/** Every broken rule, in words; none for what Slack would take. */
export function brokenRules(view: Json, kind: 'message' | 'modal' | 'home'): readonly string[] {
  const broken: string[] = []
  const need = (fine: boolean, rule: string) => {
    if (!fine) broken.push(`${kind}: ${rule}`)
  }
  const blocks = (view.blocks ?? []) as readonly Json[]
  need(blocks.length >= (kind === 'message' ? 0 : 1), 'blocks')
  need(blocks.length <= most[kind], `at most ${most[kind]} blocks`)
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [String(block_id)]))
  need(new Set(ids).size === ids.length, 'block_id twice')
  need(
    ids.every((id) => id.length > 0 && id.length <= 255),
    'block_id within 255',
  )
  if (kind === 'modal') {
    for (const name of ['title', 'submit', 'close'])
      if (view[name] !== undefined) text(view[name] as Json, 24, name)
    need(view.title !== undefined, 'a modal has a title')
    need(!blocks.some(({ type }) => type === 'input') || view.submit !== undefined, 'input needs submit')
    need(String(view.private_metadata ?? '').length <= 3000, 'private_metadata within 3000')
  }
  for (const block of blocks) checkBlock(block)
  need(kind !== 'message' || characters(blocks) <= 13_000, 'words of a message within 13,000')
  return broken

  function text(given: Json | undefined, limit: number, what: string): void {
    const words = String(given?.text ?? '')
    need(given?.type === 'plain_text', `${what}: plain_text`)
    need(words.length >= 1 && words.length <= limit, `${what}: 1 to ${limit} characters, has ${words.length}`)
  }

  function checkBlock(block: Json): void {
    switch (block.type) {
      case 'header':
        text(block.text as Json, 150, 'header')
        return
      case 'divider':
        return
      case 'context': {
        const elements = block.elements as readonly Json[]
        need(elements.length >= 1 && elements.length <= 10, 'context: 1 to 10 elements')
        for (const each of elements) text(each, 3000, 'context')
        return
      }
      case 'image':
        need(String(block.alt_text).length >= 1 && String(block.alt_text).length <= 2000, 'alt_text')
        need(block.slack_file !== undefined || block.image_url !== undefined, 'image without a file')
        return
      case 'rich_text':
        runs(block).forEach((run) => {
          need(['text'].includes(String(run.type)), `rich_text: ${run.type}`)
          need(String(run.text).length >= 1 && String(run.text).length <= 3000, 'rich_text within 3000')
        })
        return
      case 'actions': {
        const elements = block.elements as readonly Json[]
        need(elements.length >= 1 && elements.length <= 25, 'actions: 1 to 25 elements')
        const actions = elements.map(({ action_id }) => action_id)
        need(new Set(actions).size === actions.length, 'action_id twice')
        elements.forEach(element)
        return
      }
      case 'input':
        need(kind !== 'message', 'input in a message')
        text(block.label as Json, 2000, 'label')
        if (block.hint !== undefined) text(block.hint as Json, 2000, 'hint')
        element(block.element as Json)
        return
      default:
        need(false, `unknown block ${block.type}`)
    }
  }

  function element(given: Json): void {
    const action = String(given.action_id ?? '')
    need(action.length >= 1 && action.length <= 255, 'action_id within 255')
    if (given.placeholder !== undefined) text(given.placeholder as Json, 150, 'placeholder')
    const options = (given.options ?? []) as readonly Json[]
    options.forEach((option) => {
      text(option.text as Json, 75, 'option')
      need(String(option.value).length >= 1 && String(option.value).length <= 150, 'option value within 150')
    })
    const values = options.map(({ value }) => value)
    need(new Set(values).size === values.length, 'option value twice')
    const counts: Readonly<Record<string, readonly [number, number]>> = {
      static_select: [1, 100],
      multi_static_select: [1, 100],
      overflow: [1, 5],
      checkboxes: [1, 10],
      radio_buttons: [1, 10],
    }
    const [least, largest] = counts[String(given.type)] ?? [0, 0]
    need(options.length >= least && options.length <= largest, `${given.type}: ${options.length} options`)
    if (given.type === 'button') {
      text(given.text as Json, 75, 'button')
      need(String(given.value).length <= 2000, 'button value within 2000')
    }
    if (given.type === 'plain_text_input') {
      const length = Number(given.max_length ?? 3000)
      need(length >= 1 && length <= 3000, 'max_length within 3000')
      need(String(given.initial_value ?? '').length <= length, 'initial_value within max_length')
    }
  }
}

/** The runs of a rich text, at any depth. */
export function runs(block: Json): readonly Json[] {
  const elements = block.elements as readonly Json[] | undefined
  return elements ? elements.flatMap(runs) : [block]
}

function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + characters(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : characters(each)),
    0,
  )
}
