import { sayWithEveryRequest } from "../../platform/ui/api.ts";

const KEPT = "tillit.today";

/** In a sample municipality one may read the year as it was on any day; the choice goes with every request, until one writes. */
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
