import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { Route } from "../http/contract.ts";
import { type FileProgress, getFileProgress } from "../intake/contract.ts";
import { type Ask, api, newKey } from "./api.ts";
import { Progress } from "./loading.tsx";
import { useTexts } from "./texts.ts";

const ASKED_EACH_MS = 700;

export interface SentFile {
  readonly name: string;
  readonly progress: FileProgress;
}

/**
 * Sends a file to a route and follows how far it has come. `send` gives the answer, or undefined where the file was refused
 * (`problem` then says why) or called back: then nothing of it has been stored.
 */
export function useSendFile<R extends Route>(route: R) {
  const stop = useRef<AbortController>(undefined);
  const [underWay, setUnderWay] = useState<SentFile>();
  const [problem, setProblem] = useState<unknown>();
  // Who leaves the page has no more use of the file
  useEffect(() => () => stop.current?.abort(), []);
  return {
    underWay,
    problem,
    cancel: () => {
      stop.current?.abort();
      setUnderWay(undefined);
    },
    async send(ask: Ask<R> & { readonly file: File }): Promise<z.output<R["returns"]> | undefined> {
      stop.current?.abort();
      const going = new AbortController();
      stop.current = going;
      const { signal } = going;
      const progressKey = newKey();
      const show = (progress: FileProgress) => {
        if (!signal.aborted) setUnderWay({ name: ask.file.name, progress });
      };
      setProblem(undefined);
      show({ stage: "receiving", share: 0 });
      const follow = setInterval(() => {
        // Another server may have the file, and a moment ago it may have become done: then it is only not told
        api(getFileProgress, { params: { key: progressKey }, signal }).then(show, () => undefined);
      }, ASKED_EACH_MS);
      try {
        return await api(route, { ...ask, progressKey, signal });
      } catch (refusal) {
        if (!signal.aborted) setProblem(refusal);
        return undefined;
      } finally {
        clearInterval(follow);
        if (!signal.aborted) {
          going.abort(); // an answer about the way comes too late now
          setUnderWay(undefined);
        }
      }
    },
  };
}

/** How far the file has come, and a way to call it back. */
export function FileUnderWay({ of, onCancel }: { readonly of: SentFile; readonly onCancel: () => void }) {
  const t = useTexts("platform");
  const { stage, share } = of.progress;
  return (
    <Progress
      label={t(`ui.file.${stage}`, { file: of.name })}
      {...(share === null ? {} : { share })}
      cancel={{ label: t("ui.file.cancel"), run: onCancel }}
    />
  );
}
