import type { ReactNode } from "react";
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
  readonly onPoint: (id: string | undefined) => void;
}

/**
 * A part of the figure: a link where there is a page, otherwise something that can be reached and read. In the picture for
 * small screens the list beside it carries the links.
 */
export function Part({
  told,
  state,
  links,
  onPoint,
  id,
  className,
  children,
}: {
  readonly told: Told;
  readonly state: StatusValue;
  readonly links: boolean;
  readonly onPoint: (id: string | undefined) => void;
  readonly id: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const exists = usePageExists();
  const point = () => onPoint(id);
  const look = {
    className: `part ${className}`,
    "data-state": state,
    "data-color": STATUSES[state].tone,
  };
  if (!links) return <g {...look}>{children}</g>;
  if (told.href && exists(told.href))
    return (
      <Link plain href={told.href} aria-label={told.name} onPointerEnter={point} onFocus={point} {...look}>
        {children}
      </Link>
    );
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an SVG group takes no input; it is reached to be read
    <g role="img" aria-label={told.name} tabIndex={0} onPointerEnter={point} onFocus={point} {...look}>
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
