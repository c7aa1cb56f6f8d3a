import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { useKeep } from "../keep-provider.tsx";
import { useReadingDay } from "../reading-day.ts";
import { useLanguage } from "../texts.ts";
import { type ClearCopies, COPIES_CACHE, type KeepCopy } from "./copies.ts";
import { useCopyRead } from "./copy-read.ts";

const WORKER = "/offline-worker.js";

const House = createContext<readonly string[]>([]);

/** Says what every page reads beside its own: without it no page is shown. */
export const HouseAddresses = ({
  addresses,
  children,
}: {
  readonly addresses: readonly string[];
  readonly children: ReactNode;
}) => <House value={addresses}>{children}</House>;

/**
 * Keeps the page for reading without a connection, with the answers that it is read from as they are for who has not signed in: what is
 * decided, and nothing else. True once it is kept.
 */
export function useKeepCopy(data: readonly string[] | undefined): boolean {
  const house = use(House);
  const keep = useKeep();
  const language = useLanguage();
  const present = useReadingDay() === undefined;
  const isCopy = useCopyRead() !== undefined;
  const [kept, setKept] = useState(false);
  const wanted = present && !isCopy && data ? [...house, ...data].join("\n") : undefined;
  useEffect(() => {
    if (wanted === undefined || !("serviceWorker" in navigator)) return;
    let here = true;
    const send = async () => {
      const registration = await navigator.serviceWorker.register(WORKER);
      // A browser that allows no worker keeps nothing, and the page is read as ever
      if (!registration) return;
      const { active } = await navigator.serviceWorker.ready;
      const { day, time } = keep.now();
      const answer = new MessageChannel();
      answer.port1.onmessage = ({ data: done }) => {
        if (here) setKept(done === true);
      };
      const copy: KeepCopy = {
        kind: "keep",
        path: location.pathname,
        data: wanted.split("\n"),
        files: ownFiles(),
        language,
        from: `${day} ${time}`,
      };
      active?.postMessage(copy, [answer.port2]);
    };
    // After all that the reader waits for
    const asked = setTimeout(() => void send().catch(() => {}), AFTER_MS);
    return () => {
      here = false;
      clearTimeout(asked);
    };
  }, [wanted, keep, language]);
  return kept;
}

const AFTER_MS = 1500;

/** The client's files that this page has fetched. */
const ownFiles = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets\/|icon)/.test(pathname))
      .map(({ pathname }) => pathname),
  ),
];

/** Somebody has signed out: which documents were read here is nobody else's. */
export async function clearCopies(): Promise<void> {
  if (!("caches" in window)) return;
  const registered = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  // By the worker first: a document that it is about to keep would come after what is deleted here
  await Promise.all(registered.map(clearedBy));
  await caches.delete(COPIES_CACHE);
  await Promise.all(registered.map((one) => one.unregister()));
}

const CLEARED_WITHIN_MS = 3000;

/** Resolves when the worker has let go of its copies, or does not answer. */
const clearedBy = ({ active }: ServiceWorkerRegistration): Promise<void> =>
  new Promise((done) => {
    if (!active) return done();
    const answer = new MessageChannel();
    answer.port1.onmessage = () => done();
    setTimeout(done, CLEARED_WITHIN_MS);
    active.postMessage({ kind: "clear" } satisfies ClearCopies, [answer.port2]);
  });
