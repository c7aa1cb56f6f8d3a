import { useId } from "react";
import type { StatusValue } from "../../../../platform/ui/status.tsx";
import type { StepPart } from "../parts.ts";
import type { Told } from "../told.ts";
import { fits, laneRadii, pointAt, slice, wordLine } from "./geometry.ts";
import { type FigureProps, Part, Sign } from "./part.tsx";

const SIGN_ROOM = 18;

/** A step of the year: a slice in its lane with its short name and its state's sign; a single day is a bead on the months. */
export function StepSlice({
  part,
  rings,
  full,
  told,
  onPoint,
}: { readonly part: StepPart } & Pick<FigureProps, "rings" | "full" | "told" | "onPoint">) {
  const id = useId();
  const { step, place, lane, moment } = part;
  const state: StatusValue = step.state ?? "none";
  const radii = laneRadii(rings, step.track, lane);
  const middle = (radii[0] + radii[1]) / 2;
  const size = rings.letters.step;
  // What is to come is told by its emptiness: a sign on each would only make noise
  const signed = state !== "to-come" && state !== "none";
  const signRoom = signed ? SIGN_ROOM / middle : 0;
  const words = { from: place.from + signRoom, to: place.to };
  const shown = full && !moment && fits(step.short, size, middle, words);
  const sign = pointAt(middle, place.from + signRoom / 2 + 3 / middle);
  return (
    <Part
      id={part.id}
      told={told.get(part.id) as Told}
      drawn={shown ? step.short : undefined}
      state={state}
      links={full}
      onPoint={onPoint}
      className={`step ${step.own ? "" : "of-others"}`}
    >
      {moment ? (
        <Bead
          radius={step.track === "planning" ? rings.months[1] : rings.months[0]}
          angle={place.from}
          rings={rings}
        />
      ) : (
        <path className="step-shape" d={slice(radii, place)} />
      )}
      {shown ? (
        <>
          <path id={id} d={wordLine(middle, words)} fill="none" stroke="none" />
          <text dy="0.34em" fontSize={size}>
            <textPath href={`#${id}`} startOffset="50%" textAnchor="middle" lang={step.language}>
              {step.short}
            </textPath>
          </text>
        </>
      ) : null}
      {full && signed && !moment && (place.to - place.from) * middle > SIGN_ROOM ? (
        <Sign state={state} x={sign.x} y={sign.y} size={14} />
      ) : null}
    </Part>
  );
}

function Bead({
  radius,
  angle,
  rings,
}: {
  readonly radius: number;
  readonly angle: number;
  readonly rings: FigureProps["rings"];
}) {
  const { x, y } = pointAt(radius, angle);
  const size = rings.lane > 12 ? 8 : 4.5;
  return (
    <rect
      className="step-shape bead"
      x={x - size}
      y={y - size}
      width={2 * size}
      height={2 * size}
      rx={2}
      transform={`rotate(45 ${x} ${y})`}
    />
  );
}
