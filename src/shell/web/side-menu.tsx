import { useEffect, useRef } from "react";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { LanguageSwitch, ThemeSwitch } from "./look-switches.tsx";
import { entryOf, menu } from "./menu.ts";

/** The model's chapters in its order. On a narrow screen it opens over the page from the top bar's button. */
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
  const present = entryOf(path);
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
      <ul>
        {menu.map((entry) => (
          <li key={entry.path}>
            <Link
              plain
              href={entry.path}
              {...(entry === present ? { "aria-current": entry.path === path ? "page" : "true" } : {})}
              onClick={onClose}
            >
              <span>{t(`page.menu.${entry.text}`)}</span>
              <span className="side-cite" aria-hidden="true">
                {entry.cite}
              </span>
            </Link>
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
