import { useEffect, useRef } from "react";
import { presentOf } from "../../platform/ui/chapter-menu.ts";
import { Link } from "../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { LanguageSwitch, ThemeSwitch } from "./look-switches.tsx";
import { chapterOf } from "./menu.ts";
import { type ShownChapter, useMenu } from "./use-menu.ts";

/**
 * The model's chapters in its order, the one that one is in open with its pages. On a narrow screen it opens over the page from the top bar's
 * button.
 */
export function SideMenu({
  path,
  open,
  onClose,
}: {
  readonly path: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useTexts("shell");
  const language = useLanguage();
  const shown = useMenu();
  const present = chapterOf(path);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    nav.current?.querySelector("a")?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      onClose();
      document.getElementById("menu-button")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, onClose]);
  return (
    <nav className="side" id="menu" aria-label={t("page.menu.label")} data-open={open || undefined} ref={nav}>
      <ul className="side-chapters">
        {shown.map(({ chapter, pages }) => (
          <li key={chapter.path}>
            <Link
              plain
              className="side-chapter"
              href={chapter.path}
              {...(chapter === present ? { "aria-current": chapter.path === path ? "page" : "true" } : {})}
              onClick={onClose}
            >
              <span>{chapter.names[language]}</span>
              <span className="side-cite" aria-hidden="true">
                {chapter.cite}
              </span>
            </Link>
            {chapter === present ? <Pages pages={pages} path={path} onClose={onClose} /> : null}
          </li>
        ))}
      </ul>
      <div className="side-look">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </nav>
  );
}

/** The pages of the chapter that is open; a chapter that is one page has none. */
function Pages({
  pages,
  path,
  onClose,
}: {
  readonly pages: ShownChapter["pages"];
  readonly path: string;
  readonly onClose: () => void;
}) {
  const language = useLanguage();
  const listed = pages.filter(({ aside }) => !aside);
  if (listed.length < 2) return null;
  const present = presentOf(
    pages.map(({ href }) => href),
    path,
  );
  return (
    <ul className="side-pages">
      {listed.map(({ href, names }) => (
        <li key={href}>
          <Link
            plain
            href={href}
            {...(href === present ? { "aria-current": href === path ? "page" : "true" } : {})}
            onClick={onClose}
          >
            {names[language]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
