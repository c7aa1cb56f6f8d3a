import { sayWithEveryRequest } from "../../../platform/ui/api.ts";

const KEPT = "tillit.today";

/** One may read what was known on an earlier day; the choice goes with every request, until one goes back to today. */
export const keptDay = (): string | undefined => {
  const day = localStorage.getItem(KEPT);
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
};

export function startDay(): void {
  sayWithEveryRequest({ today: keptDay() });
}

export function chooseDay(day: string | undefined): void {
  if (day) localStorage.setItem(KEPT, day);
  else localStorage.removeItem(KEPT);
  sayWithEveryRequest({ today: day });
}
