import { type KeyboardEvent, useRef, useState } from "react";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { BodyName } from "../../pages/body-name.tsx";
import type { BodyView } from "../../pages/use-session.ts";

/** Opened from the beginning: the council with its organs, and what works for them. */
const OPEN_LEVELS = 2;

interface Item {
  readonly body: BodyView;
  readonly level: number;
  readonly below: readonly BodyView[];
  readonly parent: string | null;
}

const pageOf = (body: string) => `/beslut/organisation/${body}`;

/** Who belongs to whom, as a tree that one goes through by keyboard: up and down, in and out, Enter to a body's own page. */
export function BodyTree({
  bodies,
  detailOf,
}: {
  readonly bodies: readonly BodyView[];
  /** What is said beside a body's name: its kind, who leads it. */
  readonly detailOf: (body: BodyView) => string;
}) {
  const t = useTexts("organisation");
  const go = useGo();
  const tree = useRef<HTMLUListElement>(null);
  const ids = new Set(bodies.map(({ id }) => id));
  const under = Map.groupBy(bodies, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string>();
  const isOpen = ({ body, level }: Pick<Item, "body" | "level">) =>
    level <= OPEN_LEVELS !== turned.has(body.id);
  const items = (parent: string | null, level: number): Item[] =>
    (under.get(parent) ?? []).flatMap((body) => {
      const item = { body, level, below: under.get(body.id) ?? [], parent };
      return [item, ...(isOpen(item) ? items(body.id, level + 1) : [])];
    });
  const shown = items(null, 1);
  const current = shown.some(({ body }) => body.id === at) ? at : shown[0]?.body.id;
  const turn = (id: string) =>
    setTurned(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setAt(id);
    tree.current?.querySelector<HTMLElement>(`[data-body="${id}"]`)?.focus();
  };
  const pressed = (event: KeyboardEvent, item: Item) => {
    const i = shown.indexOf(item);
    const open = isOpen(item);
    const closes = item.below.length > 0 && open;
    const opens = item.below.length > 0 && !open;
    const steps = new Map<string, () => void>([
      ["ArrowDown", () => focus(shown[i + 1]?.body.id)],
      ["ArrowUp", () => focus(shown[i - 1]?.body.id)],
      ["ArrowRight", () => (opens ? turn(item.body.id) : focus(item.below[0]?.id))],
      ["ArrowLeft", () => (closes ? turn(item.body.id) : focus(item.parent ?? undefined))],
      ["Home", () => focus(shown[0]?.body.id)],
      ["End", () => focus(shown.at(-1)?.body.id)],
      ["Enter", () => go(pageOf(item.body.id))],
    ]);
    const step = steps.get(event.key);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  const list = (parent: string | null, level: number) => (
    <ul
      {...(parent === null
        ? { role: "tree", "aria-label": t("bodies.tree.label"), className: "organ-tree", ref: tree }
        : { role: "group" })}
    >
      {shown
        .filter((item) => item.parent === parent && item.level === level)
        .map((item) => {
          const { body, below } = item;
          const open = isOpen(item);
          const detail = detailOf(body);
          return (
            <li
              key={body.id}
              role="treeitem"
              aria-label={[body.name, detail].filter(Boolean).join(", ")}
              aria-level={level}
              {...(below.length > 0 ? { "aria-expanded": open } : {})}
              tabIndex={body.id === current ? 0 : -1}
              data-body={body.id}
              onKeyDown={(event) => pressed(event, item)}
              onFocus={(event) => {
                event.stopPropagation();
                setAt(body.id);
              }}
            >
              <span className="organ" data-kind={body.kind}>
                {below.length > 0 ? (
                  <button
                    type="button"
                    tabIndex={-1}
                    className="organ-turn"
                    aria-label={t(open ? "bodies.tree.close" : "bodies.tree.open", { name: body.name })}
                    onClick={() => turn(body.id)}
                  >
                    <Icon name={open ? "down" : "right"} size={16} />
                  </button>
                ) : null}
                <Link href={pageOf(body.id)} tabIndex={-1}>
                  <BodyName id={body.id} name={body.name} />
                </Link>
                {detail ? <span className="quiet small">{detail}</span> : null}
              </span>
              {below.length > 0 && open ? list(body.id, level + 1) : null}
            </li>
          );
        })}
    </ul>
  );
  return list(null, 1);
}
