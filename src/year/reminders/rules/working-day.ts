import { addDays, type Day, dayOf, monthOf, yearOf } from "../../../kernel/day.ts";

/** Easter Sunday of a year, by the Gregorian computus. */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const SATURDAY = 6;
const FRIDAY = 5;
const MIDSUMMER_FIRST = 19;
const MIDSUMMER_LAST = 25;
/** New year, Epiphany, the first of May, the national day, Christmas and Boxing Day, and the eves on which offices are shut. */
const FIXED = ["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"];
/** From Easter Sunday: Good Friday, Easter Monday, Ascension Day; Whit Sunday is a Sunday. */
const FROM_EASTER = [-2, 1, 39];

/** Whether anybody is at work: no weekend, no holiday by Swedish law (1989:253), and none of the three eves that are treated alike. */
export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday >= SATURDAY || FIXED.includes(day.slice(5))) return false;
  const date = Number(day.slice(8));
  if (weekday === FRIDAY && monthOf(day) === 6 && date >= MIDSUMMER_FIRST && date <= MIDSUMMER_LAST)
    return false;
  const easter = easterOf(yearOf(day));
  return !FROM_EASTER.some((days) => addDays(easter, days) === day);
}
