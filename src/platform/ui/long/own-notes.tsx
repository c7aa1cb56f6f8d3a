import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { TextArea } from "../fields.tsx";
import { Icon } from "../icon.tsx";
import { useTexts } from "../texts.ts";
import { useToast } from "../toast.tsx";
import { hasRoom, MAX_NOTE_CHARACTERS, MAX_NOTES, noteOf } from "./notes.ts";
import { type Called, calledNow, type Part } from "./sections.ts";
import type { Notes } from "./use-notes.ts";

/** One's own note on what one reads, and all one has noted of the document; nobody else sees them. */
export function OwnNotes({
  notes: { notes, write },
  parts,
  current,
  go,
}: {
  readonly notes: Notes;
  readonly parts: readonly Part[];
  readonly current: Part | undefined;
  readonly go: (anchor: string) => void;
}) {
  const t = useTexts("platform");
  const toast = useToast();
  // The note that one writes stays the same though the page is scrolled
  const [pinned, pin] = useState<Called>();
  const part = pinned ? calledNow(pinned, parts) : (current ?? parts[0]);
  if (!write || !part) return null;
  const full = !hasRoom(notes) && noteOf(notes, part.anchor) === undefined;
  const erase = (anchor: string, title: string, text: string) => {
    write(anchor, title, "");
    toast(t("ui.long.note-erased", { title }), { undo: () => write(anchor, title, text) });
  };
  return (
    <section className="long-notes" aria-label={t("ui.long.notes")}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: told of the field's focus, it is no field itself */}
      <div onFocus={() => pin(part)} onBlur={() => pin(undefined)}>
        <TextArea
          at="own-note"
          label={t("ui.long.note-on", { title: part.title })}
          help={full ? t("ui.long.notes-full", { count: MAX_NOTES }) : t("ui.long.notes-where")}
          value={noteOf(notes, part.anchor)?.text ?? ""}
          rows={3}
          maxLength={MAX_NOTE_CHARACTERS}
          readOnly={full}
          onChange={(text) => write(part.anchor, part.title, text)}
        />
      </div>
      {notes.length > 0 ? (
        <details>
          <summary>{t("ui.long.my-notes", { count: notes.length })}</summary>
          <ul>
            {notes
              .map((note) => ({ text: note.text, ...calledNow(note, parts) }))
              .map(({ anchor, title, lang, text }) => (
                <li key={anchor} className="long-note">
                  {parts.some((one) => one.anchor === anchor) ? (
                    <a
                      className="ds-link"
                      href={`#${anchor}`}
                      lang={lang}
                      onClick={(event) => {
                        event.preventDefault();
                        go(anchor);
                      }}
                    >
                      {title}
                    </a>
                  ) : (
                    <span lang={lang}>{title}</span>
                  )}
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    icon
                    aria-label={t("ui.long.note-erase", { title })}
                    onClick={() => erase(anchor, title, text)}
                  >
                    <Icon name="cross" size={16} />
                  </Button>
                  <p className="small">{text}</p>
                </li>
              ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
