import { useEffect, useId, useRef, useState } from "react";
import { Icon } from "../icon.tsx";
import { useTexts } from "../texts.ts";
import type { Chapter, Part } from "./sections.ts";

/** The contents in two levels: the chapter one reads is open, others can be opened. */
export function Contents({
  chapters,
  current,
  noted,
  go,
}: {
  readonly chapters: readonly Chapter[];
  readonly current: Part | undefined;
  /** The anchors of what one has noted. */
  readonly noted: readonly string[];
  readonly go: (anchor: string) => void;
}) {
  const t = useTexts("platform");
  const list = useRef<HTMLElement>(null);
  const at = current?.anchor;
  useEffect(() => {
    // The list alone, never the page
    const box = list.current;
    const here = at === undefined ? undefined : box?.querySelector<HTMLElement>("[aria-current]");
    if (!box || !here) return;
    const above = here.offsetTop - box.scrollTop;
    if (above < 0 || above > box.clientHeight - here.offsetHeight * 2)
      box.scrollTop = here.offsetTop - box.clientHeight / 3;
  }, [at]);
  if (chapters.length === 0) return null;
  const link = (part: Part) => (
    <a
      href={`#${part.anchor}`}
      lang={part.lang}
      {...(part.anchor === at ? { "aria-current": "location" as const } : {})}
      onClick={(event) => {
        event.preventDefault();
        go(part.anchor);
      }}
    >
      {part.title}
      {noted.includes(part.anchor) ? (
        <>
          {" "}
          <Icon name="pen" size={14} />
          <span className="ds-sr-only">{t("ui.long.noted")}</span>
        </>
      ) : null}
    </a>
  );
  return (
    <nav className="long-contents" aria-label={t("ui.long.contents")} ref={list}>
      <ul>
        {chapters.map((chapter) => (
          <Entry
            key={chapter.anchor}
            chapter={chapter}
            here={chapter.anchor === at || chapter.parts.some(({ anchor }) => anchor === at)}
            link={link}
          />
        ))}
      </ul>
    </nav>
  );
}

function Entry({
  chapter,
  here,
  link,
}: {
  readonly chapter: Chapter;
  readonly here: boolean;
  readonly link: (part: Part) => React.ReactNode;
}) {
  const t = useTexts("platform");
  const id = useId();
  // What the reader has opened or closed, else what one reads
  const [chosen, choose] = useState<boolean>();
  const open = chosen ?? here;
  const { title, parts } = chapter;
  return (
    <li data-here={here || undefined}>
      <span className="long-chapter">
        {link(chapter)}
        {parts.length > 0 ? (
          <button
            type="button"
            className="long-toggle"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t("ui.long.parts-of", { title })}
            onClick={() => choose(!open)}
          >
            <Icon name={open ? "up" : "down"} size={16} />
          </button>
        ) : null}
      </span>
      <ul id={id} hidden={!open || parts.length === 0}>
        {parts.map((part) => (
          <li key={part.anchor}>{link(part)}</li>
        ))}
      </ul>
    </li>
  );
}
