import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useRef, useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { Dialog } from "../dialog.tsx";
import { Icon } from "../icon.tsx";
import { useCopyRead } from "../offline/copy-read.ts";
import { useKeepCopy } from "../offline/keep-copy.tsx";
import { useLanguage, useTexts } from "../texts.ts";
import { Contents } from "./contents.tsx";
import { useOwnFirst } from "./own-first.ts";
import { OwnNotes } from "./own-notes.tsx";
import { calledNow, chaptersOf } from "./sections.ts";
import { useNotes } from "./use-notes.ts";
import { useParts } from "./use-parts.ts";
import { usePlace } from "./use-place.ts";
import "./long-document.css";

interface LongDocumentProps {
  /** The document's own name among all: what is noted of it, and how far one has come, is kept by it. */
  readonly name: string;
  /** The titles of chapters that may be the reader's own, the likeliest first; the first that there is can be put first. */
  readonly own?: readonly string[];
  /** The document's chapters in their order, where they can be put in another. */
  readonly chapters?: readonly string[];
  /** What it is read from by who has not signed in, when it is decided: kept to be read without a connection. */
  readonly copy?: readonly string[] | undefined;
  /** The document; told which chapter is to come first. */
  readonly children: (first: string | undefined) => ReactNode;
}

/**
 * A document too long to be kept in the head: its contents beside it with where one is, the place kept until one comes back, notes of one's
 * own, and the copy that is read without a connection (U-10). On paper nothing of it is seen.
 */
export function LongDocument({ name, own = [], chapters = [], copy, children }: LongDocumentProps) {
  const t = useTexts("platform");
  const text = useRef<HTMLDivElement>(null);
  const { parts, current, go } = useParts(text, useLanguage());
  const place = usePlace(name, current);
  const notes = useNotes(name);
  const [ownFirst, putFirst] = useOwnFirst();
  const [open, setOpen] = useState(false);
  const kept = useKeepCopy(copy);
  const ownTitle = own.find((title) => chapters.includes(title));
  const beside = (leave: () => void) => (
    <>
      {ownTitle ? (
        <div className="long-first">
          <label className="check">
            <input
              type="checkbox"
              className="ds-input"
              checked={ownFirst}
              onChange={(event) => {
                putFirst(event.target.checked);
                leave();
                text.current?.scrollIntoView({ block: "start" });
              }}
            />
            {t("ui.long.own-first", { title: ownTitle })}
          </label>
          {ownFirst ? <p className="quiet small">{t("ui.long.own-first-note")}</p> : null}
        </div>
      ) : null}
      <Contents
        chapters={chaptersOf(parts)}
        current={current}
        noted={notes.notes.map(({ anchor }) => anchor)}
        go={(anchor) => {
          leave();
          go(anchor);
        }}
      />
      <OwnNotes
        notes={notes}
        parts={parts}
        current={current}
        go={(anchor) => {
          leave();
          go(anchor);
        }}
      />
      {kept ? (
        <p className="quiet small long-kept">
          <Icon name="check" size={16} /> {t("ui.long.kept")}
        </p>
      ) : null}
    </>
  );
  return (
    <div className="long">
      {/* In one place at a time: its fields have names of their own */}
      <div className="long-beside">{open ? null : beside(() => {})}</div>
      <div className="long-text" ref={text}>
        <CopyStrip />
        {place.found ? (
          <ComeBack
            {...place.found}
            title={calledNow(place.found, parts).title}
            onGo={(anchor) => {
              place.forget();
              go(anchor);
            }}
            onClose={place.forget}
          />
        ) : null}
        {children(ownFirst ? ownTitle : undefined)}
      </div>
      <div className="long-open">
        <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
          <Icon name="menu" size={18} /> {t("ui.long.contents")}
        </Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("ui.long.contents")} drawer>
        <div className="long-panel">{beside(() => setOpen(false))}</div>
      </Dialog>
    </div>
  );
}

/** Says that one reads a copy, and from when. */
function CopyStrip() {
  const t = useTexts("platform");
  const language = useLanguage();
  const [day, time] = useCopyRead()?.split(" ") ?? [];
  return (
    <div role="status">
      {day ? (
        <p className="long-strip">
          <Icon name="info" size={18} />
          <span>{t("ui.long.copy", { day: dayText(day, language), time: time ?? "" })}</span>
        </p>
      ) : null}
    </div>
  );
}

/** Offers to go on where one was. */
function ComeBack({
  anchor,
  title,
  from,
  onGo,
  onClose,
}: {
  readonly anchor: string;
  readonly title: string;
  readonly from: { readonly day: string };
  readonly onGo: (anchor: string) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("platform");
  const language = useLanguage();
  return (
    <section className="long-strip" aria-label={t("ui.long.go-on")}>
      <p>{t("ui.long.was-in", { title, day: dayText(from.day, language) })}</p>
      <span className="row">
        <Button data-size="sm" onClick={() => onGo(anchor)}>
          {t("ui.long.go-on")}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={onClose}>
          {t("ui.close")}
        </Button>
      </span>
    </section>
  );
}
