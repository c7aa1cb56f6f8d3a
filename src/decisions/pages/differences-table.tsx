import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { numberText } from "../../kernel/format.ts";
import { decimalsOf } from "../../kernel/scaled.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { DifferenceShape } from "../contract.ts";
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
      rows={rows}
      rowKey={(row) => row.path.join("/")}
      note={more ? t("page.decision.changed-more") : undefined}
    />
  );
}

/** A place in words: the thing's own name, what sort of thing it is, the field's name, and the year. */
function useWhere(kind: string): (row: Difference) => readonly string[] {
  const chapter = useKindPages(kind)?.kind.chapter ?? "decisions";
  const { t } = useTranslation([chapter, "decisions"], { nsMode: "fallback" });
  const kindName = useKindName();
  return ({ thing, path, from, to }) => {
    // A thing that is of a year has it last in what tells it from others
    const year = path.flatMap((part) => part.split(" ")).find((part) => /^2\d{3}$/.test(part));
    const field = fieldOf(path);
    const named = (id: string) => t([`page.place.${id}`, `place.${id}`], { defaultValue: "" }) as string;
    const sort = path.map((part) => named(`in.${part}`)).find((text) => text !== "") ?? "";
    // A thing whose name it is that differs is seen in the columns beside
    const whose = thing === from || thing === to ? "" : thing || kindName(kind);
    return [whose, sort, named(field), year].flatMap((part) => (part ? [part] : []));
  };
}

/** The innermost field that a path leads to. */
const fieldOf = (path: Difference["path"]): string =>
  path.findLast((part) => /^[a-z][A-Za-z]+$/.test(part)) ?? "";

/** A value as it is read: a body by its name, a year as a year. */
function useSaid(): (row: Difference, value: Difference["from"]) => string {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { nameOf } = useBodies();
  return ({ path }, value) => {
    if (value === null || value === "") return t("page.decision.changed-nothing");
    const field = path.at(-1);
    if (field === "year") return String(value);
    if (typeof value === "string" && (field === "body" || field === "unit")) return nameOf(value);
    if (typeof value === "boolean") return t(value ? "page.decision.yes" : "page.decision.no");
    return typeof value === "number" ? numberText(value, language, decimalsOf(value)) : value;
  };
}

/** So many are named in a sentence; the rest are counted. */
const NAMED = 3;

/** What differs, in one sentence: what the system says where nobody has said what a proposal changes and why. */
export function useChangesInWords(kind: string): (rows: readonly Difference[], more: boolean) => string {
  const t = useTexts("decisions");
  const where = useWhere(kind);
  const said = useSaid();
  return (rows, more) => {
    const named = rows
      .slice(0, NAMED)
      .map((row) =>
        t("why.one", { where: where(row).join(" · "), from: said(row, row.from), to: said(row, row.to) }),
      )
      .join("; ");
    const rest = rows.length - NAMED;
    if (rows.length === 0) return t("why.nothing");
    if (more) return t("why.many", { named });
    return rest > 0 ? t("why.some", { named, count: rest }) : t("why.all", { named });
  };
}
