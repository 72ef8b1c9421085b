/** Whether something can be agreed for a date. */
import { z } from 'zod'
import { plusMonths } from '../calendar/day.ts'
import type { Language, Text } from '../contracts/text.ts'
import { say } from '../text/say.ts'

/** Further ahead it is no longer an agreement of this year. */
const mostMonths = 12

/** Why not, to stand beside the field; it may have been forged. */
export function wrongDate(language: Language, date: string, today: string): Text | undefined {
  if (!z.iso.date().safeParse(date).success) return say(language, 'err.date')
  if (date > plusMonths(today, mostMonths)) return say(language, 'err.far')
  return date < today ? say(language, 'err.past') : undefined
}
