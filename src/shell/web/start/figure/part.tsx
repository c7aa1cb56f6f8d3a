import { createContext, type PointerEvent, type ReactNode, use, useRef } from "react";
import { Icon } from "../../../../platform/ui/icon.tsx";
import { Link, usePageExists } from "../../../../platform/ui/link.tsx";
import { STATUSES, type StatusValue } from "../../../../platform/ui/status.tsx";
import type { StepPart, StrategicPart } from "../parts.ts";
import type { Told } from "../told.ts";
import type { Rings } from "./geometry.ts";

export interface FigureProps {
  readonly name: string;
  readonly rings: Rings;
  /** Words on the steps, and every part a link; without them it is a picture beside its list. */
  readonly full: boolean;
  readonly year: number;
  readonly today: string;
  readonly vision: Told & { readonly words: string };
  readonly strategic: readonly StrategicPart[];
  readonly steps: readonly StepPart[];
  /** What each part tells, by its id. */
  readonly told: ReadonlyMap<string, Told>;
  /** The part that is pointed at. */
  readonly onPoint: (pointed: Pointed | undefined) => void;
}

/** The part that is pointed at, and with what. */
export interface Pointed {
  readonly id: string;
  /** Where in the window; absent where it was reached by keyboard. */
  readonly at?: { readonly x: number; readonly y: number };
  /** By a finger, which can't point without pressing: its first press tells, and the next one opens. */
  readonly touch?: boolean;
}

/** The part that Tab comes to, of all those that the arrow keys go between, and the one that is pointed at. */
export const FigureStop = createContext<{ readonly stop: string; readonly pointed: string | undefined }>({
  stop: "",
  pointed: undefined,
});

/**
 * A part of the figure: a link where there is a page, otherwise something that can be reached and read. In the picture for
 * small screens the list beside it carries the links.
 */
export function Part({
  told,
  drawn,
  state,
  links,
  onPoint,
  id,
  className,
  children,
}: {
  readonly told: Told;
  /** The short words that the figure has room for: who says what they see comes to the part by its name (WCAG 2.5.3). */
  readonly drawn?: string | undefined;
  readonly state: StatusValue;
  readonly links: boolean;
  readonly onPoint: FigureProps["onPoint"];
  readonly id: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const exists = usePageExists();
  const { stop, pointed } = use(FigureStop);
  // Set while a finger is down on a part that was not yet told of
  const telling = useRef(false);
  const look = {
    className: `part ${className}`,
    "data-state": state,
    "data-color": STATUSES[state].tone,
  };
  if (!links) return <g {...look}>{children}</g>;
  const byPointer = (event: PointerEvent, touch: boolean) =>
    onPoint({ id, at: { x: event.clientX, y: event.clientY }, touch });
  const reached = {
    "data-part": id,
    "aria-label": drawn ? `${drawn}. ${told.name}` : told.name,
    tabIndex: id === stop ? 0 : -1,
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType !== "touch") byPointer(event, false);
    },
    onPointerDown: (event: PointerEvent) => {
      telling.current = event.pointerType === "touch" && pointed !== id;
      if (telling.current) byPointer(event, true);
    },
    onFocus: () => {
      if (pointed !== id) onPoint({ id });
    },
  };
  if (told.href && exists(told.href))
    return (
      <Link
        plain
        href={told.href}
        {...reached}
        onClick={(event) => {
          if (telling.current) event.preventDefault();
          telling.current = false;
        }}
        {...look}
      >
        {children}
      </Link>
    );
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an SVG group takes no input; it is reached to be read
    <g role="img" {...reached} {...look}>
      {children}
    </g>
  );
}

/** A status's sign in the middle of a point. */
export function Sign({
  state,
  x,
  y,
  size,
}: {
  readonly state: StatusValue;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}) {
  return <Icon name={STATUSES[state].icon} size={size} x={x - size / 2} y={y - size / 2} />;
}
