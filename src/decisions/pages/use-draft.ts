import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { z } from "zod";
import { type Ask, apiAnswer, apiIfNewer } from "../../platform/ui/api.ts";
import { useKeep } from "../../platform/ui/keep-provider.tsx";
import type { Keep } from "../../platform/ui/kept.ts";
import { ofAnotherDay, useReadingDay } from "../../platform/ui/reading-day.ts";
import type { MatterRoutes, MatterView } from "../contract.ts";
import { type DraftKeeper, type DraftSnapshot, draftKeeper, type Kept, type Stored } from "./draft-keeper.ts";

/** How often one asks whether others have written, while the page is in sight. */
const LOOK_EVERY_MS = 5000;
const PREFIX = "draft ";

type Routes<S extends z.ZodType> = MatterRoutes<S>;

export interface Draft<C> extends DraftSnapshot<C, MatterView<C>> {
  change(content: C): void;
  saveNow(): Promise<boolean>;
  /** Stores what is not stored and gives the stored version; undefined where it could not be. */
  stored(): Promise<MatterView<C> | undefined>;
  settle: DraftKeeper<C, MatterView<C>>["settle"];
  takeUp: DraftKeeper<C, MatterView<C>>["takeUp"];
  discard: DraftKeeper<C, MatterView<C>>["discard"];
}

/**
 * A matter's draft while a person writes it: stored by itself a second after the last key, kept in the browser until then,
 * and brought together with what others store at the same time. `begin` is what one starts from where nothing is stored.
 */
export function useDraft<S extends z.ZodType>(
  routes: Routes<S>,
  key: { readonly body: string; readonly year: number },
  begin: {
    readonly content: z.output<S>;
    readonly matter: MatterView<z.output<S>> | undefined;
    etag: string | undefined;
  },
): Draft<z.output<S>> {
  type C = z.output<S>;
  const client = useQueryClient();
  const keepOfMine = useKeep();
  const [keeper] = useState(() => {
    const put = routes.put as unknown as Routes<z.ZodUnknown>["put"];
    const get = routes.get as unknown as Routes<z.ZodUnknown>["get"];
    const stored = (answer: { value: unknown; etag: string | undefined }): Stored<C, MatterView<C>> => {
      const view = answer.value as MatterView<C>;
      return { content: view.content, etag: answer.etag ?? "", view };
    };
    return draftKeeper<C, MatterView<C>>(
      {
        async save(content, etag) {
          const answer = await apiAnswer(put, {
            params: key,
            body: content,
            ifMatch: etag,
            as: keepOfMine.person,
          } as Ask<typeof put>).catch((problem: unknown) => {
            // The municipality's day may have been moved by somebody else: which it is must be read anew
            if (ofAnotherDay(problem)) void client.invalidateQueries();
            throw problem;
          });
          // What others read of it is old now; it is read anew when it is next looked at
          void client.invalidateQueries({ refetchType: "none" });
          return stored(answer);
        },
        load: async () => stored(await apiAnswer(get, { params: key, query: {} } as Ask<typeof get>)),
        async loadIfNewer(etag) {
          const answer = await apiIfNewer(get, { params: key, query: {} } as Ask<typeof get>, etag);
          if (!answer) return undefined;
          const newer = stored(answer);
          // It was proposed or decided meanwhile: the page shows it as such
          if (newer.view.version.state !== "draft") void client.invalidateQueries();
          return newer;
        },
        keep: keptAs<C>(keepOfMine, `${PREFIX}${routes.put.path} ${key.body} ${key.year}`),
      },
      {
        content: begin.content,
        stored: begin.matter && begin.etag ? stored({ value: begin.matter, etag: begin.etag }) : undefined,
      },
    );
  });
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    keeper.start();
    const online = () => void keeper.saveNow();
    window.addEventListener("online", online);
    const look = () => {
      if (document.visibilityState === "visible") void keeper.look();
    };
    const looks = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(looks);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", online);
      keeper.stop();
    };
  }, [keeper]);
  useEffect(() => {
    if (begin.matter && begin.etag)
      keeper.adopt({ content: begin.matter.content, etag: begin.etag, view: begin.matter });
  }, [keeper, begin.matter, begin.etag]);
  const reading = useReadingDay() !== undefined;
  useEffect(() => {
    if (reading) return;
    // What was written while another day was read is stored once one has gone to the day on which one writes
    if (ofAnotherDay(keeper.snapshot().problem)) void keeper.saveNow();
  }, [keeper, reading]);
  return {
    ...snapshot,
    change: keeper.change,
    saveNow: keeper.saveNow,
    stored: async () => ((await keeper.saveNow()) ? keeper.snapshot().view : undefined),
    settle: keeper.settle,
    takeUp: keeper.takeUp,
    discard: keeper.discard,
  };
}

const keptAs = <C>(keep: Keep, name: string) => ({
  read: () => {
    const kept = keep.read<readonly Kept<C>[]>(name);
    return Array.isArray(kept) ? (kept as readonly Kept<C>[]) : [];
  },
  write: (kept: readonly Kept<C>[]) => keep.write(name, kept),
  forget: () => keep.forget(name),
  now: keep.now,
});
