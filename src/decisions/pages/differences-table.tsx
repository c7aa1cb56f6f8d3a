import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { isDay } from "../../kernel/day.ts";
import { dayText, numberText } from "../../kernel/format.ts";
import { decimalsOf } from "../../kernel/scaled.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { dataText, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { DifferenceShape } from "../contract.ts";
import { type Told, told } from "../rules/differences.ts";
import { useKindName, useKindPages } from "./matter-pages.tsx";

type Difference = z.output<typeof DifferenceShape>;

/** The places in which two contents of a kind differ, in words. */
export function DifferencesTable({
  kind,
  rows,
  more,
  caption,
  headers,
}: {
  readonly kind: string;
  readonly rows: readonly Difference[];
  readonly more: boolean;
  readonly caption: string;
  readonly headers: { readonly from: string; readonly to: string };
}) {
  const t = useTexts("decisions");
  const where = useWhere(kind);
  const said = useSaid();
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          id: "where",
          header: t("page.decision.changed-where"),
          value: (row) => where(row).join(" · "),
          cell: (row) => {
            const [first = "", ...rest] = where(row);
            return (
              <>
                <span lang={first === row.thing ? WRITTEN : undefined}>{first}</span>
                {rest.map((part) => ` · ${part}`)}
              </>
            );
          },
          names: true,
        },
        { id: "from", header: headers.from, value: (row) => said(row, row.from) },
        { id: "to", header: headers.to, value: (row) => said(row, row.to) },
      ]}
      rows={told(rows)}
      rowKey={(row) => row.path.join("/")}
      note={more ? t("page.decision.changed-more") : undefined}
    />
  );
}

/** A place in words: the thing's own name, what sort of thing it is, the field's name, and the year. */
function useWhere(kind: string): (row: Told) => readonly string[] {
  const chapter = useKindPages(kind)?.kind.chapter ?? "decisions";
  const { t } = useTranslation([chapter, "decisions"], { nsMode: "fallback" });
  const kindName = useKindName();
  return ({ thing, path, from, to, whole }) => {
    // A thing that is of a year has it last in what tells it from others
    const year = path.flatMap((part) => part.split(" ")).find((part) => /^2\d{3}$/.test(part));
    const named = (id: string) => t([`page.place.${id}`, `place.${id}`], { defaultValue: "" }) as string;
    const first = (words: readonly string[]) => words.find((word) => word !== "") ?? "";
    const sort = first(path.map((part) => named(`in.${part}`)));
    // What has no word is an id, or lies within what has one
    const field = first(
      path
        .toReversed()
        .filter((part) => FIELD.test(part))
        .map(named),
    );
    // A thing whose name it is that differs is seen in the columns beside
    const whose = !whole && (thing === from || thing === to) ? "" : thing || kindName(kind);
    return [whose, sort, field, year].flatMap((part) => (part ? [part] : []));
  };
}

const FIELD = /^[a-z][A-Za-z0-9]*$/;

/** A value in words: a day as a day, a body by its name, a choice by what it means; what somebody has written, as it is. */
function useSaid(): (row: Told, value: Difference["from"]) => string {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { bodies, nameOf } = useBodies();
  return ({ path, whole }, value) => {
    if (whole && value !== null) return t(`why.${whole}`);
    if (value === null || value === "") return t("page.decision.changed-nothing");
    if (typeof value === "boolean") return t(value ? "page.decision.yes" : "page.decision.no");
    if (typeof value === "number")
      return isYear(path) ? String(value) : numberText(value, language, decimalsOf(value));
    if (isDay(value)) return dayText(value, language);
    if (bodies.some(({ id }) => id === value)) return nameOf(value);
    return CHOICE.test(value) ? dataText(t, "value-word", value, { defaultValue: value }) : value;
  };
}
const CHOICE = /^[a-z][a-z-]*$/;
/** A year is no amount: it is written without a space. */
const isYear = (path: readonly string[]): boolean => /year$/i.test(path.at(-1) ?? "");

/** So many are named in a sentence; the rest are counted. */
const NAMED = 3;

/** What differs, in one sentence: what the system says where nobody has said what a proposal changes and why. */
export function useChangesInWords(kind: string): (rows: readonly Difference[], more: boolean) => string {
  const t = useTexts("decisions");
  const where = useWhere(kind);
  const said = useSaid();
  return (differences, more) => {
    const rows = told(differences);
    const named = rows
      .slice(0, NAMED)
      .map((row) =>
        t(wordOf(row), { where: where(row).join(" · "), from: said(row, row.from), to: said(row, row.to) }),
      )
      .join("; ");
    const rest = rows.length - NAMED;
    if (rows.length === 0) return t("why.nothing");
    if (more) return t("why.many", { named });
    return rest > 0 ? t("why.some", { named, count: rest }) : t("why.all", { named });
  };
}

const isNothing = (value: Difference["from"]): boolean => value === null || value === "";
const wordOf = ({ from, to, whole }: Told) =>
  whole
    ? (`why.one-${whole}-thing` as const)
    : isNothing(from)
      ? "why.one-new"
      : isNothing(to)
        ? "why.one-gone"
        : "why.one";
