import { describe, expect, it } from 'vitest'
import {
  dateOf,
  inSchoolHours,
  momentOf,
  schoolCalendar,
  schoolDayAfter,
} from '../../src/calendar/calendar.ts'

const zone = 'Europe/Amsterdam'
const calendar = schoolCalendar([{ from: '2026-12-19', until: '2027-01-03' }])

describe('school days', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 3, '2026-11-26'],
    ['2026-11-26', 3, '2026-12-01'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-12-17', 2, '2027-01-04'],
  ])('%s and %i further is %s', (date, count, expected) => {
    expect(schoolDayAfter(calendar, date, count)).toBe(expected)
  })

  it('says so when there never comes one', () => {
    const never = schoolCalendar([{ from: '2020-01-01', until: '2040-01-01' }])
    expect(() => schoolDayAfter(never, '2026-11-23', 1)).toThrow('no school day within 400 days')
  })
})

describe('moments', () => {
  it.each([
    ['2026-11-26', '15:30', '2026-11-26T14:30:00.000Z'],
    ['2027-07-01', '15:30', '2027-07-01T13:30:00.000Z'],
    ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31', '15:30', '2027-10-31T14:30:00.000Z'],
  ])('%s %s on the wall is %s', (date, time, expected) => {
    expect(momentOf(date, time, zone).toISOString()).toBe(expected)
  })

  it('knows the date of somebody in that zone', () => {
    expect(dateOf(new Date('2026-11-23T23:30:00Z'), zone)).toBe('2026-11-24')
    expect(dateOf(new Date('2026-11-23T23:30:00Z'), 'America/Curacao')).toBe('2026-11-23')
  })

  it.each([
    ['within school hours nothing moves', '2026-11-23T15:15:00Z', '2026-11-23T15:15:00.000Z'],
    ['six o’clock sharp is still fine', '2026-11-23T17:00:00Z', '2026-11-23T17:00:00.000Z'],
    ['an evening waits for the next school morning', '2026-11-27T20:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['the early morning waits for eight', '2026-11-23T05:00:00Z', '2026-11-23T07:00:00.000Z'],
    ['a holiday waits until school begins', '2026-12-24T12:00:00Z', '2027-01-04T07:00:00.000Z'],
  ])('%s', (_name, moment, expected) => {
    expect(inSchoolHours(calendar, new Date(moment), zone).toISOString()).toBe(expected)
  })
})
