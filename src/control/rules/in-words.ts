import { listed } from "../../decisions/rules/in-words.ts";

/** A plan of internal control in one sentence: the risks that its controls are for. */
export function controlPlanInWords(
  risks: readonly { readonly id: string; readonly text: string }[],
  controls: readonly { readonly risk: string }[],
  body: string,
  year: number,
): string | undefined {
  const met = risks
    .filter(({ id }) => controls.some(({ risk }) => risk === id))
    .map(({ text }) => `”${text}”`);
  return met.length === 0 ? undefined : `${body} kontrollerar ${year} riskerna ${listed(met)}`;
}

/** A control report in one sentence: how many controls were done, and how many of them showed a deviation. */
export function controlReportInWords(
  results: readonly { readonly result: string }[],
  body: string,
  year: number,
): string {
  const done = results.filter(({ result }) => result !== "not-done").length;
  const deviations = results.filter(({ result }) => result === "deviation").length;
  const controls = done === 1 ? "en kontroll" : `${done} kontroller`;
  const found =
    deviations === 0
      ? "utan avvikelse"
      : `med ${deviations === 1 ? "en avvikelse" : `${deviations} avvikelser`}`;
  return `${body} har gjort ${controls} ${year}, ${found}`;
}
