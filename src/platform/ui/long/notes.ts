import type { KeptAt } from "../kept.ts";

/** What a reader has noted of a part of a document: the reader's own, kept in the browser. */
export interface Note {
  readonly anchor: string;
  /** The part's heading when it was written, so that it can be read where the heading is gone. */
  readonly title: string;
  readonly text: string;
  readonly from: KeptAt;
}

export const MAX_NOTE_CHARACTERS = 2000;
export const MAX_NOTES = 200;

export const notesName = (document: string): string => `notes.${document}`;

/** The note of a part. */
export const noteOf = (notes: readonly Note[], anchor: string): Note | undefined =>
  notes.find((note) => note.anchor === anchor);

/** Whether another part may be noted. */
export const hasRoom = (notes: readonly Note[]): boolean => notes.length < MAX_NOTES;

/** The notes with a part's set, where it stood or last. One without text is no note; one too many is not taken, and one too long is cut off. */
export function withNote(notes: readonly Note[], note: Note): readonly Note[] {
  const there = noteOf(notes, note.anchor);
  if (note.text.trim() === "") return there ? notes.filter((one) => one !== there) : notes;
  const cut = { ...note, text: note.text.slice(0, MAX_NOTE_CHARACTERS) };
  if (there) return notes.map((one) => (one === there ? cut : one));
  return hasRoom(notes) ? [...notes, cut] : notes;
}

/** What the browser kept, as far as it is notes: it may be cut off, or of another make. */
export function notesIn(kept: unknown): readonly Note[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(isNote).slice(0, MAX_NOTES);
}

const isNote = (one: unknown): one is Note => {
  const note = one as Partial<Note> | null;
  return (
    typeof note?.anchor === "string" &&
    typeof note.title === "string" &&
    typeof note.text === "string" &&
    typeof note.from?.day === "string" &&
    typeof note.from.time === "string"
  );
};
