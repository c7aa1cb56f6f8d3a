import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { api } from "../../../platform/ui/api.ts";
import { namePeople } from "../contract.ts";

interface Named {
  readonly name: string;
  readonly inOffice: boolean;
}

const AT_ONCE = 100;
const keyOf = (id: string) => [namePeople.id, id];
/** What is being asked for now, by whoever asks: two tables on a page ask once. */
const underWay = new WeakMap<QueryClient, Map<string, Promise<unknown>>>();

/**
 * What people are called, by their ids: those that a page shows are asked for together, and kept until something is written. Null for
 * one who is not known; undefined until it has come.
 */
export function useNames(when: boolean): (id: string) => Named | null | undefined {
  const client = useQueryClient();
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const wanted = useRef(new Set<string>());
  useEffect(() => {
    if (wanted.current.size === 0) return;
    const ids = [...wanted.current];
    wanted.current.clear();
    let here = true;
    void ask(client, ids).then(() => here && redraw());
    return () => {
      here = false;
    };
  });
  return useCallback(
    (id) => {
      const state = client.getQueryState<Named | null>(keyOf(id));
      if (when && id !== "" && (!state || state.isInvalidated)) wanted.current.add(id);
      return state?.data;
    },
    [client, when],
  );
}

async function ask(client: QueryClient, ids: readonly string[]): Promise<void> {
  const asked = underWay.get(client) ?? new Map<string, Promise<unknown>>();
  underWay.set(client, asked);
  const fresh = ids.filter((id) => !asked.has(id));
  for (let i = 0; i < fresh.length; i += AT_ONCE) {
    const part = fresh.slice(i, i + AT_ONCE);
    const answer = api(namePeople, { query: { of: part.join(",") } }).then(
      (rows) => {
        const names = new Map(rows.map(({ id, name, inOffice }) => [id, { name, inOffice }]));
        for (const id of part) client.setQueryData(keyOf(id), names.get(id) ?? null);
      },
      // What can't be read now is asked for when it is shown again
      () => undefined,
    );
    for (const id of part) asked.set(id, answer);
    void answer.then(() => part.map((id) => asked.delete(id)));
  }
  await Promise.all(ids.map((id) => asked.get(id)));
}
