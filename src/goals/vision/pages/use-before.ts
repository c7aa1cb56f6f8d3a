import type { z } from "zod";
import { listMatters, type MatterRoutes } from "../../../decisions/contract.ts";
import { type LastYear, useLastYear } from "../../../decisions/pages/use-last-year.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { visionRoutes } from "../contract.ts";
import { VISION } from "../kind.ts";

const NONE = 0;

/** A kind's matters of a body, whichever year they are of; asked for by those who have signed in. */
export function useMatters(kind: string, body: string) {
  const signedIn = useSession()?.person != null && body !== "";
  const { data, error } = useApi(listMatters, { query: { kind, body } }, { when: signedIn });
  return { rows: data, pending: signedIn && data === undefined && !error };
}

type Row = NonNullable<ReturnType<typeof useMatters>["rows"]>[number];

/** Whether something of the matter is decided, also where it is being written on since. */
export const isDecided = ({ decision, version }: Pick<Row, "decision" | "version">): boolean =>
  decision !== null || version > 1;

/** What was decided before a year, whichever year that was: the vision and the strategic goals stand until the next. */
export function useBefore<S extends z.ZodType>(
  routes: MatterRoutes<S>,
  { body, year }: { readonly body: string; readonly year: number },
): LastYear<z.output<S>> {
  const { rows, pending } = useMatters(routes.kind.kind, body);
  const years = (rows ?? []).filter((row) => row.year < year && isDecided(row)).map((row) => row.year);
  const latest = years.length > 0 ? Math.max(...years) : NONE;
  const last = useLastYear(routes, { body, year: latest + 1 });
  return { ...last, pending: pending || last.pending };
}

/** The parts of the newest vision for a year or an earlier one, decided or not. */
export function useVisionParts(body: string, year: number) {
  const { rows } = useMatters(VISION.kind, body);
  const years = (rows ?? []).filter((row) => row.year <= year && row.read).map((row) => row.year);
  const latest = Math.max(NONE, ...years);
  const { data } = useApi(
    visionRoutes.get,
    { params: { body, year: latest }, query: {} },
    { when: latest !== NONE },
  );
  return data?.content.parts ?? [];
}
