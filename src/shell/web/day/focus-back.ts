import { useEffect } from "react";

let chosenHere = false;

/** The reader has just chosen a day in the form: all is read anew, and the form goes. */
export const noteChosen = (): void => {
  chosenHere = true;
};

/** The button that the day was chosen by takes back the focus that its form had. */
export function useFocusBack(day: string, button: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each day that comes
  useEffect(() => {
    if (!chosenHere) return;
    chosenHere = false;
    document.querySelector<HTMLElement>(button)?.focus();
  }, [day, button]);
}
