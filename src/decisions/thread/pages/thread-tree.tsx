import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from "react";
import { Icon } from "../../../platform/ui/icon.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Num } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ThreadThing } from "../contract.ts";
import { threadOf } from "../kind.ts";
import { keyAbove, type TreeRow } from "../rules/tree.ts";

type Row = TreeRow<ThreadThing>;

interface TreeProps {
  readonly rows: readonly Row[];
  /** The thing that the thread is of. */
  readonly here: string | null;
  /** The row that the keyboard is at. */
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
  readonly toggle: (key: string, open: boolean) => void;
  readonly fetchMore: (thing: string) => void;
}

/** The thread as a tree that is walked by the keyboard (V-9), with the chosen thing's own links beside it. */
export function ThreadTree({ rows, here, chosen, choose, toggle, fetchMore }: TreeProps) {
  const t = useTexts("decisions");
  const go = useGo();
  const tree = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // Where the row that one is at has gone, the one that it hung under has its place
  const at = nearestRow(rows, chosen);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  const moveTo = (row: Row | undefined) => {
    if (!row) return;
    moved.current = true;
    choose(row.key);
  };
  const press = (row: Row) => {
    if (row.more !== undefined) fetchMore(row.thing.thing);
    else go(row.thing.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = at;
    const i = row ? rows.indexOf(row) : -1;
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = actOf(event.key, row, {
      moveTo: (step) =>
        moveTo(
          step === "above"
            ? rows.find(({ key }) => key === keyAbove(row.key))
            : rows.at(stepTo(step, i, rows.length)),
        ),
      toggle: (open) => toggle(row.key, open),
      press: () => press(row),
    });
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key.length === 1 && event.key !== " ") moveTo(beginningWith(rows, i, event.key));
  };
  return (
    <div className="thread-walk">
      <div
        ref={tree}
        role="tree"
        aria-label={t("thread.tree-title")}
        className="thread-tree"
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <TreeItem
            key={row.key}
            row={row}
            at={row === at}
            isHere={row.thing.thing === here && row.more === undefined}
            onPress={() => {
              choose(row.key);
              if (row.more !== undefined) fetchMore(row.thing.thing);
              else if (row.open !== undefined) toggle(row.key, !row.open);
            }}
          />
        ))}
      </div>
      {at && at.more === undefined ? <Chosen thing={at.thing} here={here} /> : null}
    </div>
  );
}

type TreeStep = "next" | "before" | "first" | "last" | "above";

const stepTo = (step: TreeStep, at: number, count: number): number =>
  step === "first"
    ? 0
    : step === "last"
      ? count - 1
      : Math.min(count - 1, Math.max(0, step === "next" ? at + 1 : at - 1));

/** What a key does in a tree, as people who walk trees by the keyboard expect it. */
function actOf(
  key: string,
  { open }: Row,
  can: {
    readonly moveTo: (step: TreeStep) => void;
    readonly toggle: (open: boolean) => void;
    readonly press: () => void;
  },
): (() => void) | undefined {
  if (key === "ArrowDown") return () => can.moveTo("next");
  if (key === "ArrowUp") return () => can.moveTo("before");
  if (key === "Home") return () => can.moveTo("first");
  if (key === "End") return () => can.moveTo("last");
  if (key === "ArrowRight" && open !== undefined)
    return open ? () => can.moveTo("next") : () => can.toggle(true);
  if (key === "ArrowLeft") return open ? () => can.toggle(false) : () => can.moveTo("above");
  return key === "Enter" ? can.press : undefined;
}

function nearestRow(rows: readonly Row[], chosen: string | undefined): Row | undefined {
  for (let key = chosen; key !== undefined; key = keyAbove(key)) {
    const row = rows.find((one) => one.key === key);
    if (row) return row;
  }
  return rows[0];
}

/** The next row whose name begins with what is typed, from the top again after the last. */
const beginningWith = (rows: readonly Row[], from: number, typed: string): Row | undefined =>
  [...rows.slice(from + 1), ...rows.slice(0, from)].find(({ thing, more }) =>
    more === undefined ? thing.name.toLocaleLowerCase("sv").startsWith(typed.toLocaleLowerCase("sv")) : false,
  );

function TreeItem({
  row: { thing, level, position, size, open, more },
  at,
  isHere,
  onPress,
}: {
  readonly row: Row;
  readonly at: boolean;
  readonly isHere: boolean;
  readonly onPress: () => void;
}) {
  const t = useTexts("decisions");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      {...(open === undefined ? {} : { "aria-expanded": open })}
      aria-selected={at}
      {...(isHere ? { "aria-current": "true" as const } : {})}
      tabIndex={at ? 0 : -1}
      className={more === undefined ? `thread-row thread-${thing.what}` : "thread-row"}
      style={{ "--level": level } as CSSProperties}
      onClick={onPress}
    >
      <span className="thread-sign">
        {open === undefined ? null : <Icon name={open ? "down" : "right"} size={16} />}
      </span>
      {more === undefined ? (
        <span className="thread-said">
          <span className="thread-kind">{t(`thread.what.${thing.what}`)}</span>{" "}
          <span className="thread-name" {...(thing.written ? { lang: WRITTEN } : {})}>
            {thing.name}
          </span>
          {thing.name === thing.bodyName ||
          thing.what === "vision" ||
          thing.what === "strategic-goal" ? null : (
            <span className="quiet small" lang={WRITTEN}>
              {" "}
              {thing.bodyName}
            </span>
          )}
        </span>
      ) : (
        <span className="thread-said thread-more">{t("thread.more", { count: more })}</span>
      )}
      {more === undefined && thing.amountTkr !== null ? (
        <span className="thread-amount">
          <Num value={thing.amountTkr} /> {t("thread.column.amount")}
        </span>
      ) : null}
    </div>
  );
}

/** What the chosen row leads to: its own page, and the thread seen from it. */
function Chosen({ thing, here }: { readonly thing: ThreadThing; readonly here: string | null }) {
  const t = useTexts("decisions");
  return (
    <section className="thread-chosen sheet" aria-label={t("thread.chosen")}>
      <p className="thread-kind">
        {t(`thread.what.${thing.what}`)}
        {thing.year === null ? "" : ` ${thing.year}`}
      </p>
      <p className="thread-chosen-name">
        <strong {...(thing.written ? { lang: WRITTEN } : {})}>{thing.name}</strong>
      </p>
      <p className="quiet small" lang={WRITTEN}>
        {thing.name === thing.bodyName ? "" : thing.bodyName}
      </p>
      <p className="quiet small">
        {thing.below === 0 ? t("thread.below-none") : t("thread.below", { count: thing.below })}
      </p>
      <p className="row">
        <Link href={thing.href}>{t("thread.open")}</Link>
        {thing.thing === here ? (
          <span className="quiet small">{t("thread.here")}</span>
        ) : (
          <Link href={threadOf(thing.thing, thing.year)}>{t("thread.from-here")}</Link>
        )}
      </p>
    </section>
  );
}
