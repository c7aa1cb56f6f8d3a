import { useRemarkText } from "../../../../decisions/pages/remarks.tsx";
import type { Draft } from "../../../../decisions/pages/use-draft.ts";
import type { Remark } from "../../../../kernel/remark.ts";
import { ApiProblem } from "../../../../platform/ui/api.ts";
import { Cite } from "../../../../platform/ui/cite.tsx";
import { fieldId } from "../../../../platform/ui/fields.tsx";
import { useSearchParam } from "../../../../platform/ui/link.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { Status } from "../../../../platform/ui/status.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import { useRowName } from "../use-row-name.ts";
import { type SheetPlace, sheetPlace } from "./places.ts";
import { INPUT_SECTIONS, type InputSection, SECTION_PARAM, sectionOf } from "./sections.ts";

/** Something that the rules or the server say of the inputs, where it is and what that place is called. */
export interface InputFault {
  readonly level: Remark["level"];
  readonly at: string | undefined;
  readonly text: string;
  readonly cite: string | undefined;
  readonly section: InputSection | undefined;
}

const WEIGHT = { stops: 0, "needs-reason": 1, deviation: 2, info: 3 } as const;

/** What is said of the inputs now: what the page finds itself, what the server refused, and what it remarked on last. */
export function useInputFaults(
  content: Budget,
  own: readonly Remark[],
  draft: Draft<Budget>,
): {
  readonly all: readonly InputFault[];
  readonly counts: Readonly<Partial<Record<InputSection, number>>>;
  /** Whether the last refusal is told of here, place by place. */
  readonly shown: boolean;
} {
  const t = useTexts("budget");
  const text = useRemarkText("budget");
  const rowName = useRowName(content);
  const refused = draft.problem instanceof ApiProblem ? (draft.problem.facts.errors ?? []) : [];
  const named = (at: string | undefined, said: string) => {
    const name = at === undefined ? undefined : rowName(at);
    return name ? t("inputs.fault-at", { name, said }) : said;
  };
  const placed = (at: string | undefined) => (at === undefined ? undefined : sectionOf(at));
  const said: InputFault[] = [
    ...(own.length > 0 ? own : (draft.view?.remarks ?? [])).map((remark) => ({
      level: remark.level,
      at: remark.at,
      text: named(remark.at, text({ ...remark, params: { ...remark.params } })),
      cite: remark.cite,
      section: placed(remark.at),
    })),
    // What the page has found already is not said once more by the server
    ...(own.length > 0 ? [] : refused).map(({ at, detail, cite, level }) => {
      const place = at.replace(/^body\./, "");
      return {
        level: level in WEIGHT ? (level as Remark["level"]) : ("stops" as const),
        at: place,
        text: named(place, detail),
        cite,
        section: placed(place),
      };
    }),
  ];
  const all = said.sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
  const counts: Partial<Record<InputSection, number>> = {};
  for (const { level, section } of all)
    if (section && level === "stops") counts[section] = (counts[section] ?? 0) + 1;
  return { all, counts, shown: refused.length > 0 };
}

const MAX_SHOWN = 50;
/** Three seconds, on a slow machine too: a part that is opened is drawn long before. */
const MAX_FRAMES = 180;

/** All of it, the heaviest first; each leads to its row, whichever part that is in. */
export function InputsFaults({
  found,
  content,
}: {
  readonly found: readonly InputFault[];
  readonly content: Budget;
}) {
  const t = useTexts("budget");
  const [, show] = useSearchParam(SECTION_PARAM);
  if (found.length === 0) return null;
  const open = ({ at = "", section }: InputFault) => {
    show(INPUT_SECTIONS[section ?? "start"]);
    void focusPlace(at, sheetPlace(at, content));
  };
  const list = (
    <>
      <ul className="placed">
        {found.slice(0, MAX_SHOWN).map((fault) => (
          <li key={`${fault.at} ${fault.text}`}>
            <Status value={fault.level} />
            <span>
              {fault.section ? (
                <a
                  className="ds-link"
                  href={`?${SECTION_PARAM}=${INPUT_SECTIONS[fault.section]}`}
                  onClick={(event) => {
                    event.preventDefault();
                    open(fault);
                  }}
                >
                  {fault.text}
                </a>
              ) : (
                fault.text
              )}{" "}
              {fault.cite ? <Cite of={fault.cite} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {found.length > MAX_SHOWN ? (
        <p className="quiet">{t("inputs.more-faults", { count: found.length - MAX_SHOWN })}</p>
      ) : null}
    </>
  );
  // What stops is always in sight; the rest is there for who wants it
  return found.some(({ level }) => level === "stops") ? (
    <Section title={t("internal.remarks")}>{list}</Section>
  ) : (
    <details>
      <summary>{t("inputs.remarks", { count: found.length })}</summary>
      {list}
    </details>
  );
}

/** Moves focus to the cell or the field of a place, or the nearest around it that the part shows. */
async function focusPlace(at: string, cell: SheetPlace | undefined): Promise<void> {
  const parts = at.split(".");
  for (let frames = 0; frames < MAX_FRAMES; frames++) {
    await new Promise((done) => requestAnimationFrame(done));
    if (cell && focusCell(cell)) return;
    for (let length = parts.length; length > 0; length--) {
      const found = document.getElementById(fieldId(parts.slice(0, length).join(".")));
      if (!found) continue;
      found.scrollIntoView({ block: "center" });
      const focusable = found.matches("input, select, textarea, button")
        ? found
        : found.querySelector<HTMLElement>('[tabindex="0"], input, select, textarea, button');
      focusable?.focus();
      return;
    }
  }
}

/** Stands in a cell of a sheet, as a press on it does; false where the cell is not there. */
function focusCell({ list, row, column }: SheetPlace): boolean {
  const found = document
    .getElementById(fieldId(list))
    ?.querySelector(`td[data-row="${row}"][data-column="${column}"]`);
  if (!found) return false;
  found.scrollIntoView({ block: "center" });
  found.dispatchEvent(
    new PointerEvent("pointerdown", { pointerType: "mouse", bubbles: true, cancelable: true }),
  );
  window.dispatchEvent(new PointerEvent("pointerup"));
  return true;
}
