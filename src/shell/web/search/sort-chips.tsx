import { useState } from "react";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useWhatMany } from "./use-what.ts";

export interface SortCount {
  readonly sort: string;
  readonly count: number;
}

/** What was found, sort by sort with how many; pressed, one is shown alone. Pressed once more, all are. */
export function SortChips({
  sorts,
  chosen,
  choose,
  most = 8,
}: {
  readonly sorts: readonly SortCount[];
  readonly chosen: string | undefined;
  readonly choose: (sort: string | undefined) => void;
  /** So many are shown before the rest is asked for. */
  readonly most?: number;
}) {
  const t = useTexts("shell");
  const whatMany = useWhatMany();
  const [all, showAll] = useState(false);
  if (sorts.length < 2 && chosen === undefined) return null;
  const first = sorts.filter(({ sort }, at) => all || at < most || sort === chosen);
  const total = sorts.reduce((sum, { count }) => sum + count, 0);
  return (
    <fieldset className="sort-chips">
      <legend className="ds-sr-only">{t("page.search.by-kind")}</legend>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
        {t("page.search.all-kinds")} <span className="sort-count">{total}</span>
      </button>
      {first.map(({ sort, count }) => (
        <button
          key={sort}
          type="button"
          aria-pressed={sort === chosen}
          onClick={() => choose(sort === chosen ? undefined : sort)}
        >
          {whatMany(sort)} <span className="sort-count">{count}</span>
        </button>
      ))}
      {first.length < sorts.length ? (
        <button type="button" className="sort-more" onClick={() => showAll(true)}>
          {t("page.search.more-kinds", { count: sorts.length - first.length })}
        </button>
      ) : null}
    </fieldset>
  );
}
