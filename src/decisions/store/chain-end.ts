import type { ChainEnd } from "../../platform/database/backup/save.ts";
import type { Watch } from "../../platform/database/watch.ts";
import type { HealthCheck } from "../../platform/http/health.ts";
import type { Measure } from "../../platform/http/metrics.ts";
import { keptFor } from "../../platform/kept-for.ts";

/** Where a municipality's chain ends, for a backup to tell: read on the backup's own connection, in what it sees. */
export const chainEnd: ChainEnd = async (client, municipality) => {
  const { rows } = await client.query<{ decisions: number; head: string }>(
    "select count as decisions, sha256 as head from decisions.chain_head where municipality_id = $1",
    [municipality],
  );
  return rows[0] ?? { decisions: 0, head: null };
};

interface End {
  readonly code: string;
  readonly decisions: number;
  readonly endsInHead: boolean;
}

const KEPT_MS = 15_000;

/**
 * What is watched of the chains: that each ends in its head, and how many decisions there are. Two look-ups a municipality; that
 * every link holds is recomputed by `tillit verify`, once a night.
 */
export function watchedChains(watch: Watch): { readonly check: HealthCheck; readonly measure: Measure } {
  const ends = keptFor(KEPT_MS, () =>
    watch.ask<End>(
      `select municipality_id as code, decisions, ends_in_head as "endsInHead" from decisions.chain_ends()`,
    ),
  );
  return {
    check: {
      name: "chain:head",
      componentType: "component",
      async run() {
        const all = await ends();
        const broken = all.filter(({ endsInHead }) => !endsInHead).map(({ code }) => code);
        const observedValue = all.reduce((sum, { decisions }) => sum + decisions, 0);
        return broken.length === 0
          ? { status: "pass", observedValue }
          : {
              status: "fail",
              observedValue,
              output: `Kedjans huvud är inte det sista beslutet i ${broken.join(", ")}: kör tillit verify, och läs docs/operation.md.`,
            };
      },
    },
    measure: {
      name: "tillit_decisions",
      help: "Decisions in the chain, by municipality",
      label: "municipality",
      read: async () => new Map((await ends()).map(({ code, decisions }) => [code, decisions])),
    },
  };
}
