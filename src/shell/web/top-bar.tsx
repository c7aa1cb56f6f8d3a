import type { Session } from "../../organisation/pages/use-session.ts";
import { Icon } from "../../platform/ui/icon.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { ChoiceBar } from "./choice-bar.tsx";
import { LanguageSwitch, ThemeSwitch } from "./look-switches.tsx";
import { Mark } from "./mark.tsx";
import { Me } from "./me.tsx";

/** The municipality, what one looks at, search, language, look, and who one is. */
export function TopBar({
  session,
  decidedYears,
  menuOpen,
  onMenu,
  onSearch,
}: {
  readonly session: Session | undefined;
  readonly decidedYears: readonly number[];
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
  readonly onSearch: () => void;
}) {
  const t = useTexts("shell");
  return (
    <header className="top">
      <button
        type="button"
        id="menu-button"
        className="bar-button menu-button"
        aria-expanded={menuOpen}
        aria-controls="menu"
        onClick={onMenu}
      >
        <Icon name={menuOpen ? "cross" : "menu"} />
        <span>{t("page.menu.button")}</span>
      </button>
      <Link plain href="/" className="brand">
        <Mark />
        <span>{session?.municipality.name ?? "Tillit"}</span>
      </Link>
      <ChoiceBar decidedYears={decidedYears} session={session} />
      <div className="top-end">
        <button type="button" className="bar-button search-button" onClick={onSearch}>
          <Icon name="search" />
          <span>{t("page.search.button")}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <span className="top-look">
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
        <Me session={session} />
      </div>
    </header>
  );
}
