import { useId } from "react";
import { type BodyPart, type GoalPart, type StrategicPart, shortName } from "../parts.ts";
import type { Told } from "../told.ts";
import { fits, linesOf, pointAt, type Rings, slice, wordLine } from "./geometry.ts";
import { type FigureProps, Part, Sign } from "./part.tsx";

type CentreProps = Pick<FigureProps, "rings" | "full" | "vision" | "strategic" | "told" | "onPoint">;

/** The middle of the figure: the vision, the strategic goals around it, and the bodies' goals and plans outside them. */
export function FigureCentre(props: CentreProps) {
  const { rings, full, vision, strategic, onPoint } = props;
  return (
    <>
      <Part id="vision" told={vision} state={vision.state} links={full} onPoint={onPoint} className="vision">
        <circle r={rings.vision} />
        <CentreWords words={vision.words} language={vision.language} rings={rings} />
      </Part>
      {strategic.map((part) => (
        <StrategicSector key={part.id} part={part} {...props} />
      ))}
    </>
  );
}

function CentreWords({
  words,
  language,
  rings,
}: {
  readonly words: string;
  readonly language: Told["language"];
  readonly rings: Rings;
}) {
  const size = rings.vision * 0.22;
  const lines = linesOf(words, 14).slice(0, 4);
  return (
    <text className="vision-words" textAnchor="middle" fontSize={size} lang={language}>
      {lines.map((line, index) => (
        <tspan key={line} x={0} y={(index - (lines.length - 1) / 2) * size * 1.18} dy="0.34em">
          {line}{" "}
        </tspan>
      ))}
    </text>
  );
}

function StrategicSector({ part, ...props }: { readonly part: StrategicPart } & CentreProps) {
  const { rings, full, told, onPoint } = props;
  const id = useId();
  const middle = (rings.strategic[0] + rings.strategic[1]) / 2;
  return (
    <>
      <Part
        id={part.id}
        told={told.get(part.id) as Told}
        state="decided"
        links={full}
        onPoint={onPoint}
        className="strategic"
      >
        <path d={slice(rings.strategic, part.place, 5)} />
        <path id={id} d={wordLine(middle, part.place)} fill="none" stroke="none" />
        <text dy="0.34em" fontSize={rings.letters.strategic}>
          <textPath href={`#${id}`} startOffset="50%" textAnchor="middle" lang={told.get(part.id)?.language}>
            {part.strategic.name}
          </textPath>
        </text>
      </Part>
      {part.goals.map((goal) => (
        <GoalPoint key={goal.id} part={goal} {...props} />
      ))}
      {part.bodies.map((body) => (
        <PlanSlice key={body.id} part={body} {...props} />
      ))}
    </>
  );
}

function GoalPoint({ part, rings, full, told, onPoint }: { readonly part: GoalPart } & CentreProps) {
  const { from, to } = part.place;
  const { standing } = part;
  // What is known from before is shown where it stood, in an empty ring: it judges nothing of this year's goal
  const { state } = told.get(part.id) as Told;
  const sign = standing.known === "before" && standing.day !== null ? standing.stands : state;
  const { x, y } = pointAt(rings.goals, (from + to) / 2);
  const radius = Math.min(rings.dot, ((to - from) * rings.goals) / 2 - 1.5);
  return (
    <Part
      id={part.id}
      told={told.get(part.id) as Told}
      state={state}
      links={full}
      onPoint={onPoint}
      className={`goal goal-${standing.known} ${part.decided ? "" : "undecided"} ${part.own ? "" : "of-others"}`}
    >
      <circle cx={x} cy={y} r={radius} />
      <Sign state={sign} x={x} y={y} size={radius * 1.25} />
    </Part>
  );
}

function PlanSlice({ part, rings, full, told, onPoint }: { readonly part: BodyPart } & CentreProps) {
  const id = useId();
  const name = shortName(part.bodyName);
  const size = rings.letters.step - 1.5;
  const shown = full && fits(name, size, rings.bodies, part.place);
  return (
    <Part
      id={part.id}
      told={told.get(part.id) as Told}
      drawn={shown ? name : undefined}
      state={part.state}
      links={full}
      onPoint={onPoint}
      className={part.own ? "plan" : "plan of-others"}
    >
      <path className="step-shape" d={slice(rings.plans, part.place, 4)} />
      {shown ? (
        <>
          <path id={id} d={wordLine(rings.bodies, part.place)} fill="none" stroke="none" />
          <text className="body-words" dy="0.34em" fontSize={size}>
            <textPath href={`#${id}`} startOffset="50%" textAnchor="middle">
              {name}
            </textPath>
          </text>
        </>
      ) : null}
    </Part>
  );
}
