import type { Page } from "playwright-core";
import { numberOf } from "./budget-year-sheet.ts";

/** A figure's explanation as the page shows it. */
export interface Explained {
  readonly href: string;
  /** What is explained, as the address says it: "2029.socialnamnden.demography.0". */
  readonly place: string;
  readonly text: string;
  /** Amounts that the link to it showed. */
  readonly shown: string;
  /** Every table that ends in a sum: its parts and its sum, column by column. */
  readonly sums: readonly { readonly parts: readonly string[]; readonly sum: string }[];
  readonly decisions: number;
  readonly forecasts: number;
}

/**
 * Opens every figure of the page, and every figure that those are made of, until there are no more; each once, and not those
 * whose addresses were opened before. Runs in the page: each figure is opened at its own address, as a link to it would.
 */
export function openEveryFigure(page: Page, before: readonly Explained[] = []): Promise<Explained[]> {
  const opened = before.map(({ href }) => href);
  return page.evaluate(async (known) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const FIGURE = 'a[href*="forklara="]';
    const found = new Map(known.map((href) => [href, ""]));
    const queue: string[] = [];
    const add = (root: ParentNode) => {
      for (const link of root.querySelectorAll<HTMLAnchorElement>(FIGURE)) {
        const href = link.getAttribute("href") ?? "";
        if (found.has(href)) continue;
        found.set(href, link.textContent ?? "");
        queue.push(href);
      }
    };
    const placeIn = (href: string) =>
      (new URL(href, location.href).searchParams.get("forklara") ?? "").split("/").at(-1) ?? "";
    const shown = () => document.querySelector("dialog[open] .explain");
    add(document.querySelector("main") as HTMLElement);
    const explained = [];
    let last: Element | null = null;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      history.pushState(null, "", next);
      dispatchEvent(new PopStateEvent("popstate"));
      const until = performance.now() + 15_000;
      // The explanation of another figure is another element
      while ((shown() === null || shown() === last) && performance.now() < until) await frame();
      const panel = shown();
      if (panel) add(panel);
      last = panel;
      const tables = [...(panel?.querySelectorAll("table") ?? [])].filter((table) => table.tFoot);
      const cells = (row: HTMLTableRowElement | undefined) => [...(row?.querySelectorAll("td") ?? [])];
      explained.push({
        href: next,
        place: placeIn(next),
        text: panel?.textContent ?? "",
        shown: found.get(next) ?? "",
        sums: tables.flatMap((table) =>
          cells(table.tFoot?.rows[0]).map((sum, column) => ({
            parts: [...(table.tBodies[0]?.rows ?? [])].map((row) => cells(row)[column]?.textContent ?? ""),
            sum: sum.textContent ?? "",
          })),
        ),
        decisions: panel?.querySelectorAll('a[href^="/beslut/"]').length ?? 0,
        forecasts: panel?.querySelectorAll('a[href^="/ekonomi/befolkning?prognos="]').length ?? 0,
      });
    }
    return explained;
  }, opened);
}

/** A cost stands as it lowers the result in one table, and as it is in another: the digits are the same. */
const digits = (text: string) => text.replaceAll(/[^\d,]/g, "");
const A_NUMBER = /^[−+]?[\d\s]+(,\d+)?(\s?%)?$/;

/** What does not hold of an explanation; each a line that says where. */
export function faultsOf({ place, text, shown, sums, decisions, forecasts }: Explained): string[] {
  const faults: string[] = [];
  if (text === "") return [`${place}: öppnas inte`];
  if (A_NUMBER.test(shown) && !text.replaceAll(/\s/g, "").includes(digits(shown)))
    faults.push(`${place}: ${shown} står inte i förklaringen`);
  for (const { parts, sum } of sums) {
    const total = parts.reduce((all, part) => all + numberOf(part), 0);
    if (Math.abs(total - numberOf(sum)) > 1e-6) faults.push(`${place}: ${parts.join(" + ")} är inte ${sum}`);
  }
  if (decisions === 0) faults.push(`${place}: inget beslut`);
  // A true-up of the people is a part of demography that rests on what was counted and decided, not on the forecast
  if (/\.demography\.\d+$/.test(place) && !text.includes("Avstämning")) {
    if (forecasts === 0) faults.push(`${place}: ingen prognos`);
    if (!/× .* kr ÷ 1\s?000 = /.test(text)) faults.push(`${place}: inget pris`);
  }
  if (/\.indexation\.\d+$/.test(place) && !/× .* %/.test(text)) faults.push(`${place}: ingen uppräkning`);
  return faults;
}
