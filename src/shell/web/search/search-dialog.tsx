import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { SEARCH_LIMITS } from "../../../decisions/rules/search-words.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { MarkedText } from "./marked-text.tsx";
import "./search.css";
import { searchPath } from "./search-path.ts";
import { SortChips } from "./sort-chips.tsx";
import { type Target, useTargets } from "./use-targets.ts";

/** Ctrl-K: goes to a page by its name, or to anything that one may read by its words. */
export default function SearchDialog({
  typed,
  onClose,
}: {
  /** What has been typed while it was on its way; asked once, when it takes over the keys. */
  readonly typed: () => string;
  readonly onClose: () => void;
}) {
  const t = useTexts("shell");
  const go = useGo();
  const [written, write] = useState("");
  const [sort, chooseSort] = useState<string>();
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog, once open, has put the focus on its first button
  useEffect(() => {
    field.current?.focus();
    write(typed());
  }, [typed]);
  const { found, roots, sorts, total, asking, tooMany } = useTargets(written, sort);
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    if (chosen >= 0) document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, chosen]);

  const open = (target: Target | undefined) => {
    if (!target) return;
    onClose();
    if (target.href.startsWith("/")) go(target.href);
    else window.location.assign(target.href);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      field.current?.focus();
      setAt((chosen + step + found.length) % found.length);
    } else if (event.key === "Enter" && event.target === field.current) {
      event.preventDefault();
      open(found[chosen]);
    }
  };
  const state = tooMany ? "too-many" : found.length > 0 ? "keys" : asking ? "asking" : "none";
  return (
    <Dialog open onClose={onClose} title={t("page.search.title")}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows choose in the list wherever in the dialog one is */}
      <div className="search-dialog" onKeyDown={onKey}>
        <input
          className="ds-input"
          type="text"
          ref={field}
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-label={t("page.search.label")}
          placeholder={t("page.search.placeholder")}
          {...(found.length > 0 ? { "aria-activedescendant": `${listId}-${chosen}` } : {})}
          value={written}
          maxLength={SEARCH_LIMITS.letters}
          onChange={(event) => {
            write(event.target.value);
            chooseSort(undefined);
            setAt(0);
          }}
        />
        <SortChips
          sorts={sorts}
          chosen={sort}
          most={6}
          choose={(chosenSort) => {
            chooseSort(chosenSort);
            setAt(0);
            field.current?.focus();
          }}
        />
        <div role="listbox" id={listId} aria-label={t("page.search.found")} className="found">
          {found.map((target, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus
            <div
              key={`${target.sort} ${target.id}`}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onClick={() => open(target)}
            >
              <span className="found-title" lang={isOurs(target) ? undefined : WRITTEN}>
                <MarkedText text={target.title} roots={roots} />
              </span>
              <span className="found-where">{[target.what, target.where].filter(Boolean).join(" · ")}</span>
              {target.text ? (
                <span className="found-text" lang={WRITTEN}>
                  <MarkedText text={target.text} roots={roots} />
                </span>
              ) : null}
            </div>
          ))}
        </div>
        <p role="status" className="quiet small">
          {t(`page.search.${state}`, { written, words: SEARCH_LIMITS.words })}
        </p>
        {total > 0 ? (
          <p className="small">
            <Link href={searchPath({ q: written.trim(), sort })} onClick={onClose}>
              {t("page.search.see-all", { count: total })}
            </Link>
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

/** What it is called is said in the reader's language. */
const isOurs = ({ sort }: Target): boolean => sort === "page" || sort === "matter";
