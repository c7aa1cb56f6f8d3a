import { useMemo, useRef, useState } from "react";
import { ApiProblem, api } from "../../../platform/ui/api.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { getThreadBelow, type ThreadFilter, type ThreadPart, type ThreadView } from "../contract.ts";
import { joined, openAtFirst, rowOf, treeRows } from "../rules/tree.ts";
import { ThreadPicture } from "./thread-picture.tsx";
import { ThreadTable } from "./thread-table.tsx";
import { ThreadTree } from "./thread-tree.tsx";
import type { View } from "./views.ts";

/** The part of the thread that is open: what is opened is fetched, and picture and table show the same as the tree. */
export function ThreadParts({
  of,
  filter,
  view,
}: {
  readonly of: ThreadView;
  readonly filter: ThreadFilter;
  readonly view: View;
}) {
  const t = useTexts("decisions");
  const [more, setMore] = useState<readonly ThreadPart[]>([]);
  const part = useMemo(() => joined([of, ...more]), [of, more]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(of, of.here));
  const [problem, setProblem] = useState<ApiProblem>();
  const fetched = useRef(new Map<string, number>());
  const rows = treeRows(part, (key) => open.has(key));
  const [chosen, choose] = useState<string | undefined>(() => rowOf(rows, of.here)?.key);

  /** What hangs in a thing and has not been fetched, a page of it. */
  const fetchBelow = async (thing: string) => {
    const skip = fetched.current.get(thing) ?? 0;
    try {
      const found = await api(getThreadBelow, { query: { ...filter, thing, skip } });
      fetched.current.set(thing, skip + found.ties.length);
      setMore((before) => [...before, found]);
      setProblem(undefined);
    } catch (cause) {
      if (cause instanceof ApiProblem) setProblem(cause);
      else throw cause;
    }
  };
  const toggle = (key: string, wanted: boolean) => {
    const next = new Set(open);
    if (wanted) next.add(key);
    else next.delete(key);
    setOpen(next);
    const row = rows.find((one) => one.key === key);
    if (wanted && row && !part.ties.some(({ to }) => to === row.thing.thing))
      void fetchBelow(row.thing.thing);
  };
  const seen = { things: [...new Set(rows.map(({ thing }) => thing))], ties: part.ties };
  return (
    <>
      {problem ? <ProblemPanel problem={problem} /> : null}
      {view === "bild" ? (
        <Section title={t("thread.picture-title")} lead={t("thread.picture-lead")} cite="§2.1">
          <ThreadPicture of={seen} here={of.here} />
        </Section>
      ) : view === "tabell" ? (
        <Section title={t("thread.table-title")} cite="§2.1">
          <ThreadTable of={seen} />
        </Section>
      ) : (
        <Section title={t("thread.tree-title")} lead={t("thread.tree-lead")} cite="§2.1">
          <ThreadTree
            rows={rows}
            here={of.here}
            chosen={chosen}
            choose={choose}
            toggle={toggle}
            fetchMore={(thing) => void fetchBelow(thing)}
          />
        </Section>
      )}
    </>
  );
}
