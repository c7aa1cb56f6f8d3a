import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icon.tsx";
import { stepTo, typedTo } from "./pick-steps.ts";
import "./pick-list.css";

export interface PickOption {
  readonly value: string;
  readonly name: string;
}

export interface PickGroup {
  readonly id: string;
  /** What the group is called; a group without is options alone. */
  readonly label?: string | undefined;
  readonly options: readonly PickOption[];
}

const TYPED_TOGETHER_MS = 700;

/**
 * One of several, where choosing takes one somewhere: the arrow keys move in the list and nothing happens until Enter, the space bar, Tab or a
 * press has chosen. A browser's own list goes somewhere at each arrow key.
 */
export function PickList({
  label,
  value,
  groups,
  onPick,
  className,
}: {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly PickGroup[];
  readonly onPick: (value: string) => void;
  readonly className?: string;
}) {
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const options = groups.flatMap((group) => group.options);
  const present = Math.max(
    options.findIndex((option) => option.value === value),
    0,
  );
  /** Where one stands in the open list; undefined: closed. */
  const [at, setAt] = useState<number>();
  const open = at !== undefined;
  useEffect(() => {
    if (at !== undefined)
      list.current?.querySelector('[data-at="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at]);
  useEffect(() => {
    if (!open) return;
    const beside = (event: Event) => {
      if (!whole.current?.contains(event.target as Node)) setAt(undefined);
    };
    document.addEventListener("pointerdown", beside);
    return () => document.removeEventListener("pointerdown", beside);
  }, [open]);

  const pick = (index: number | undefined) => {
    setAt(undefined);
    const option = index === undefined ? undefined : options[index];
    if (option && option.value !== value) onPick(option.value);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const { key, timeStamp } = event;
    if (open && key === "Tab") return pick(at);
    const isText = key.length === 1 && !(key === " " && typed.current.text === "");
    const moved = stepTo(key, at ?? present, options.length);
    if (isText && !event.altKey) {
      const before = timeStamp - typed.current.at < TYPED_TOGETHER_MS ? typed.current.text : "";
      if (key === " " && before === "") return chooseOrOpen(event);
      typed.current = { text: before + key, at: timeStamp };
      const names = options.map(({ name }) => name);
      setAt(typedTo(names, typed.current.text, at ?? present) ?? at ?? present);
    } else if (moved !== undefined) setAt(open ? moved : present);
    else if (key === "Enter" || key === " ") return chooseOrOpen(event);
    else if (key === "Escape" && open) {
      setAt(undefined);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  const chooseOrOpen = (event: KeyboardEvent) => {
    event.preventDefault();
    typed.current = { text: "", at: 0 };
    if (open) pick(at);
    else setAt(present);
  };
  let index = -1;
  return (
    <div className={["pick", className].filter(Boolean).join(" ")} ref={whole}>
      <button
        type="button"
        role="combobox"
        className="pick-button"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        {...(open ? { "aria-activedescendant": `${id}-${at}` } : {})}
        onClick={() => setAt(open ? undefined : present)}
        onKeyDown={onKey}
        onBlur={() => setAt(undefined)}
      >
        <span className="pick-name">{options[present]?.name}</span>
        <Icon name="down" size={18} />
      </button>
      {open ? (
        <div className="pick-list" role="listbox" id={`${id}-list`} aria-label={label} ref={list}>
          {groups.map((group) => {
            const shown = group.options.map((option) => {
              index += 1;
              const own = index;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the button, which keeps the focus
                <div
                  key={option.value}
                  id={`${id}-${own}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={own === present}
                  data-at={own === at}
                  // The button keeps the focus
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => pick(own)}
                >
                  {option.name}
                </div>
              );
            });
            return group.label === undefined ? (
              shown
            ) : (
              // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
              <div key={group.id} role="group" aria-labelledby={`${id}-of-${group.id}`}>
                <div className="pick-group" id={`${id}-of-${group.id}`} role="presentation">
                  {group.label}
                </div>
                {shown}
              </div>
            );
          })}
        </div>
      ) : null}
    </div>
  );
}
