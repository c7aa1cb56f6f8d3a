import { useState } from "react";
import { useReaderKeep } from "../offline/reader-keep.ts";
import { type Note, notesIn, notesName, withNote } from "./notes.ts";

export interface Notes {
  readonly notes: readonly Note[];
  /** Undefined where nobody has signed in: a note is somebody's. */
  readonly write: ((anchor: string, title: string, text: string) => void) | undefined;
}

/** The reader's own notes on a document; what is written is kept at once. */
export function useNotes(document: string): Notes {
  const keep = useReaderKeep();
  const name = notesName(document);
  const [notes, setNotes] = useState(() => notesIn(keep.read(name)));
  if (keep.person === undefined) return { notes: [], write: undefined };
  return {
    notes,
    write(anchor, title, text) {
      // Read anew: the same document may be open in another window
      const next = withNote(notesIn(keep.read(name)), { anchor, title, text, from: keep.now() });
      setNotes(next);
      if (next.length === 0) keep.forget(name);
      else keep.write(name, next);
    },
  };
}
