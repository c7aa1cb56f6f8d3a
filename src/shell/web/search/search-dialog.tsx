import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useGo } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import "./search.css";
import { type Target, useTargets } from "./use-targets.ts";

/** Ctrl-K: goes to a page, a body, a service, an account, a goal, a decision or a document by its name. */
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
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog, once open, has put the focus on its first button
  useEffect(() => {
    field.current?.focus();
    write(typed());
  }, [typed]);
  const { found, asking } = useTargets(written);
  const chosen = Math.min(at, found.length - 1);

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
      setAt((chosen + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(found[chosen]);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t("page.search.title")}>
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
        maxLength={100}
        onChange={(event) => {
          write(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div role="listbox" id={listId} aria-label={t("page.search.found")} className="found">
        {found.map((target, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus
          <div
            key={`${target.sort} ${target.same} ${target.href}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => open(target)}
          >
            <span className="found-title" lang={target.sort === "page" ? undefined : WRITTEN}>
              {target.title}
            </span>
            <span className="found-where">{[target.what, target.where].filter(Boolean).join(" · ")}</span>
          </div>
        ))}
      </div>
      <p role="status" className="quiet small">
        {found.length > 0
          ? t("page.search.keys")
          : t(asking ? "page.search.asking" : "page.search.none", { written })}
      </p>
    </Dialog>
  );
}
