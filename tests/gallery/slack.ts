/** Draws Block Kit roughly as Slack does, to be looked at: the words, their order, what is a button. */
type Node = Readonly<Record<string, unknown>>

const shown = (text: unknown): string =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as readonly Node[]) : [])
const textOf = (value: unknown): string => shown((value as Node | undefined)?.text)
const inside = (value: unknown): string => list(value).map(draw).join('')

function draw(node: Node): string {
  switch (node.type) {
    case 'header':
      return `<h3>${textOf(node.text)}</h3>`
    case 'section':
      return `<p>${textOf(node.text)}${list(node.fields)
        .map((field) => `<span>${shown(field.text)}</span>`)
        .join('<br>')}</p>`
    case 'context':
      return `<p class="small">${inside(node.elements)}</p>`
    case 'divider':
      return '<hr>'
    case 'image':
      return `<figure>[ ${shown(node.alt_text)} ]</figure>`
    case 'actions':
      return `<div class="row">${inside(node.elements)}</div>`
    case 'button':
      return `<button class="${shown(node.style)}">${textOf(node.text)}</button>`
    case 'input':
      return `<label>${textOf(node.label)}${node.optional ? ' <i>(optional)</i>' : ''}${draw(node.element as Node)}${
        node.hint ? `<small>${textOf(node.hint)}</small>` : ''
      }</label>`
    case 'rich_text':
      return inside(node.elements)
    case 'rich_text_section':
      return `<p>${inside(node.elements)}</p>`
    case 'rich_text_quote':
      return `<blockquote>${inside(node.elements)}</blockquote>`
    case 'rich_text_preformatted':
      return `<pre>${inside(node.elements)}</pre>`
    case 'rich_text_list':
      return `<ul>${list(node.elements)
        .map((each) => `<li>${draw(each)}</li>`)
        .join('')}</ul>`
    case 'text':
    case 'plain_text':
    case 'mrkdwn':
      return (node.style as Node | undefined)?.bold ? `<b>${shown(node.text)}</b>` : shown(node.text)
    case 'plain_text_input':
      return `<textarea rows="${node.multiline ? 3 : 1}">${shown(node.initial_value)}</textarea>`
    case 'static_select':
    case 'multi_static_select':
    case 'overflow':
      return `<select>${list(node.options)
        .map((option) => `<option>${textOf(option.text)}</option>`)
        .join('')}</select>`
    case 'datepicker':
      return `<input type="date" value="${shown(node.initial_date)}">`
    case 'timepicker':
      return `<input type="time" value="${shown(node.initial_time)}">`
    case 'radio_buttons':
    case 'checkboxes':
      return list(node.options)
        .map((option) => `<div>${node.type === 'checkboxes' ? '☐' : '○'} ${textOf(option.text)}</div>`)
        .join('')
    default:
      return `<code>${shown(node.type)}</code>`
  }
}

export const drawBlocks = (blocks: unknown): string => inside(blocks)

export const drawView = (view: Node): string =>
  `<div class="modal"><h2>${textOf(view.title)}</h2>${inside(view.blocks)}<div class="row">${
    view.close ? `<button>${textOf(view.close)}</button>` : ''
  }${view.submit ? `<button class="primary">${textOf(view.submit)}</button>` : ''}</div></div>`
