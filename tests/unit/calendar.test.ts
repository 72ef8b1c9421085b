import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  dateOf,
  inSchoolHours,
  momentOf,
  schoolCalendar,
  schoolDayAfter,
} from '../../src/calendar/calendar.ts'
import { daysBetween, plusDays, plusMonths } from '../../src/calendar/day.ts'
import { calendarFor, easterSunday, type Region, regionIds } from '../../src/calendar/holidays.ts'
import { readHolidays } from '../../src/read-instruments.ts'

const zone = 'Europe/Amsterdam'
const calendar = schoolCalendar([{ from: '2026-12-19', until: '2027-01-03' }])

describe('sums with dates', () => {
  it.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', -48, '2024-02-29'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(plusMonths(date, months)).toBe(expected)
  })

  it('goes past the end of a year and of summer time', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysBetween('2026-10-20', '2026-11-03')).toBe(14)
    expect(daysBetween('2026-11-03', '2026-10-20')).toBe(-14)
  })
})

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

  it('is far away when there never comes one', () => {
    const never = schoolCalendar([{ from: '2020-01-01', until: '2040-01-01' }])
    expect(schoolDayAfter(never, '2026-11-23', 1)).toBe('2029-01-31')
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

describe('holidays', async () => {
  const data = await readHolidays(join(import.meta.dirname, '../../instruments'))

  it.each([
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter %i is on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date)
  })

  it.each([
    ['2027-03-26', 'Good Friday'],
    ['2027-03-29', 'Easter Monday'],
    ['2028-04-27', "King's Day"],
    ['2027-05-05', 'Liberation Day'],
    ['2027-05-06', 'Ascension Day'],
    ['2027-05-17', 'Whit Monday'],
    ['2031-04-26', "King's Day, when the 27th is a Sunday"],
    ['2035-12-25', 'Christmas Day, long after the data ends'],
  ])('%s is free: %s', (date) => {
    expect(calendarFor(data, [], []).isSchoolDay(date)).toBe(false)
  })

  it('differ by region, and a network across regions has all of them', () => {
    const day = (date: string, ...regions: Region[]) => calendarFor(data, regions, []).isSchoolDay(date)
    expect(day('2026-10-12', 'noord')).toBe(false)
    expect(day('2026-10-12', 'zuid')).toBe(true)
    expect(day('2026-10-12', 'noord', 'zuid')).toBe(false)
    expect(day('2026-10-21', 'noord', 'zuid')).toBe(false)
    expect(day('2026-10-26', 'noord', 'zuid')).toBe(true)
    expect(
      calendarFor(data, ['noord'], [{ from: '2026-11-25', until: '2026-11-25' }]).isSchoolDay('2026-11-25'),
    ).toBe(false)
  })

  it('have the length that their kind has (nine, sixteen and forty-four days)', () => {
    for (const holiday of data.holidays)
      for (const region of regionIds) {
        const { from, until } = holiday[region]
        const days = 1 + (Date.parse(until) - Date.parse(from)) / 86_400_000
        const expected = { 'summer holiday': 44, 'Christmas holiday': 16 }[holiday.name.en] ?? 9
        expect(days, `${holiday.name.en} ${holiday.year} ${region}`).toBe(expected)
      }
  })
})
