import { useEffect, useState } from "react";
import { type KeptAt, placeName } from "../kept.ts";
import { useReaderKeep } from "../offline/reader-keep.ts";
import type { Part } from "./sections.ts";

interface Place {
  readonly anchor: string;
  readonly title: string;
  readonly from: KeptAt;
}

/**
 * Where the reader was the last time, until taken up or put away: of who has signed in as long as the browser keeps what is the person's,
 * of others as long as the window is open.
 */
export function usePlace(document: string, current: Part | undefined) {
  const keep = useReaderKeep();
  const name = placeName(document);
  const mine = keep.person !== undefined;
  const [found, setFound] = useState<Place | undefined>(() =>
    location.hash ? undefined : mine ? keep.read<Place>(name) : inWindow(name),
  );
  useEffect(() => {
    if (!current) return;
    const place = { anchor: current.anchor, title: current.title, from: keep.now() } satisfies Place;
    if (mine) keep.write(name, place);
    else sessionStorage.setItem(name, JSON.stringify(place));
  }, [current, keep, mine, name]);
  return { found, forget: () => setFound(undefined) };
}

function inWindow(name: string): Place | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? "null") as Place | null) ?? undefined;
  } catch {
    return undefined;
  }
}
