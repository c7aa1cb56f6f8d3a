import type { GoalTree } from "../../../goals/contract.ts";
import { standingShown, standingTexts } from "../../../goals/pages/standing.tsx";
import type { GoalStanding } from "../../../goals/rules/standing.ts";
import { dayText } from "../../../kernel/format.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import type { StatusValue } from "../../../platform/ui/status.tsx";
import { type Text, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { StepView } from "../../../year/contract.ts";
import type { BodyPart, GoalPart, StepPart, StrategicPart } from "./parts.ts";
import type { Told } from "./told.ts";

/** Puts words to the figure's parts. */
export function useTold() {
  const t = useTexts("shell");
  const tGoals = useTexts("goals");
  const language = useLanguage();
  const state = (value: StatusValue) => t(`ui.status.${value}`);
  const day = (d: string) => dayText(d, language);
  return {
    vision: (tree: GoalTree) => visionTold(tree, t, state, day),
    strategic: (part: StrategicPart) => strategicTold(part, t),
    goal: (part: GoalPart) =>
      goalTold(part, t, state, {
        shown: (standing) => standingShown(standing, tGoals),
        texts: (standing) => standingTexts(standing, tGoals, language),
      }),
    plan: (part: BodyPart) => planTold(part, t, state),
    step: (part: Pick<StepPart, "step">) => stepTold(part.step, t, state, day),
  };
}

type State = (value: StatusValue) => string;

function visionTold({ vision }: GoalTree, t: Text<"shell">, state: State, day: (d: string) => string) {
  const value: StatusValue = vision ? "decided" : "to-come";
  const title = vision?.name ?? t("page.start.no-vision");
  return {
    sort: t("page.start.vision"),
    title,
    language: vision ? WRITTEN : undefined,
    words: vision?.name ?? t("page.start.vision"),
    state: value,
    lines: vision
      ? [{ text: vision.text, language: WRITTEN }, t("page.start.gives", { day: day(vision.validTo) })]
      : [],
    cite: "§2.1",
    href: vision ? `/beslut/${vision.decision}` : "/mal",
    name: t("page.start.name.vision", { name: title, state: state(value) }),
  };
}

function strategicTold({ strategic, goals }: StrategicPart, t: Text<"shell">): Told {
  const count = t("page.start.goal-count", { count: goals.length });
  return {
    sort: t("page.start.strategic"),
    title: strategic.name,
    language: WRITTEN,
    state: "decided",
    lines: [
      { text: strategic.text, language: WRITTEN },
      count,
      ...(strategic.agenda2030.length > 0
        ? [t("page.start.agenda", { goals: strategic.agenda2030.join(", ") })]
        : []),
    ],
    cite: "§2.1",
    href: "/mal",
    name: t("page.start.name.strategic", { name: strategic.name, goals: count }),
  };
}

function goalTold(
  { goal, standing, decided }: GoalPart,
  t: Text<"shell">,
  state: State,
  say: {
    readonly shown: (standing: GoalStanding) => { readonly value: StatusValue; readonly word?: string };
    readonly texts: (standing: GoalStanding) => string[];
  },
): Told {
  const shown = say.shown(standing);
  const before = standing.known === "before" && standing.day !== null;
  const lines = say.texts(standing);
  const word = before
    ? t("page.start.not-yet", { stood: state(standing.stands) })
    : (shown.word ?? state(shown.value));
  return {
    sort: `${t("page.start.body-goal")} ${goal.year} · ${goal.bodyName}`,
    title: goal.wording,
    language: WRITTEN,
    state: shown.value,
    stateWord: word,
    lines: [
      ...lines,
      t("page.start.effect", { text: goal.effectForResidents }),
      t("page.start.responsible", { name: goal.responsibleName }),
      ...(decided ? [] : [state(goal.state === "proposed" ? "proposed" : "draft")]),
    ],
    cite: "§2.1",
    href: `/mal/${goal.body}/${goal.id}?ar=${goal.year}`,
    name: t("page.start.name.goal", {
      body: goal.bodyName,
      wording: goal.wording,
      state: [word, ...lines].join(", "),
    }),
  };
}

function planTold(part: BodyPart, t: Text<"shell">, state: State): Told {
  return {
    sort: t("page.start.plan"),
    title: t("page.start.plan-of", { body: part.bodyName, year: part.year }),
    state: part.state,
    ...(part.state === "to-come" ? { stateWord: t("page.start.no-decided-plan") } : {}),
    lines: [
      part.actions > 0 ? t("page.start.plan-actions", { count: part.actions }) : t("page.start.no-plan"),
    ],
    cite: "§2.1",
    href: part.decision === null ? undefined : `/beslut/${part.decision}`,
    name: t("page.start.name.plan", { body: part.bodyName, state: state(part.state) }),
  };
}

function stepTold(step: StepView, t: Text<"shell">, state: State, day: (d: string) => string): Told {
  const value: StatusValue = step.state ?? "none";
  const track = t(`page.start.${step.track}`);
  const dates =
    step.from === step.due
      ? day(step.due)
      : t("page.start.until", { from: day(step.from), due: day(step.due) });
  return {
    sort: `${track} · ${t("page.start.about", { year: step.subjectYear })}`,
    title: step.name,
    language: step.language,
    state: value,
    lines: [
      dates,
      { text: step.who, language: step.language },
      ...(step.counts.bodies > 1 && value !== "to-come"
        ? [t("page.start.counts", { taken: step.counts.taken, bodies: step.counts.bodies })]
        : []),
      ...(step.turn.length > 0 && step.state !== "to-come"
        ? [t("page.start.turn", { who: step.turn.slice(0, MAX_TURN).join(", ") })]
        : []),
    ],
    cite: step.cite,
    href: step.href ?? undefined,
    name: t("page.start.name.step", {
      track,
      name: step.name,
      from: day(step.from),
      due: day(step.due),
      state: state(value),
    }),
  };
}

const MAX_TURN = 4;
