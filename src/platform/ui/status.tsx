import { Icon, type IconName } from "./icon.tsx";
import { useTexts } from "./texts.ts";

export type Tone = "success" | "warning" | "danger" | "info" | "neutral" | "accent" | "brand1" | "brand2";

/** Everything that has a state says it in the same way: a sign, a word, and a colour that only helps. */
export const STATUSES = {
  // A judgement of a goal (§2.5)
  met: { tone: "success", icon: "check" },
  partly: { tone: "warning", icon: "half" },
  "not-met": { tone: "danger", icon: "cross" },
  "cannot-judge": { tone: "neutral", icon: "question" },
  "not-yet": { tone: "neutral", icon: "wait" },
  // A version of a matter (§3.2)
  draft: { tone: "neutral", icon: "pen" },
  proposed: { tone: "info", icon: "raised" },
  decided: { tone: "accent", icon: "stamp" },
  superseded: { tone: "neutral", icon: "past" },
  // A step of the year (§2.4)
  "under-way": { tone: "info", icon: "half" },
  late: { tone: "brand1", icon: "late" },
  waiting: { tone: "neutral", icon: "wait" },
  "to-come": { tone: "neutral", icon: "future" },
  none: { tone: "neutral", icon: "calendar" },
  past: { tone: "neutral", icon: "past" },
  // What the rules remark
  info: { tone: "info", icon: "info" },
  deviation: { tone: "warning", icon: "late" },
  "needs-reason": { tone: "brand1", icon: "pen" },
  stops: { tone: "danger", icon: "cross" },
  // Controls, documents and lessons (§2.3, §3.3, §2.6)
  "no-deviation": { tone: "success", icon: "check" },
  "not-done": { tone: "neutral", icon: "future" },
  done: { tone: "success", icon: "check" },
  "in-force": { tone: "accent", icon: "stamp" },
  expired: { tone: "danger", icon: "late" },
  "runs-out": { tone: "brand1", icon: "clock" },
  "review-due": { tone: "warning", icon: "clock" },
  new: { tone: "info", icon: "raised" },
  answered: { tone: "accent", icon: "check" },
  carried: { tone: "success", icon: "right" },
} as const satisfies Record<string, { readonly tone: Tone; readonly icon: IconName }>;
export type StatusValue = keyof typeof STATUSES;

export const isStatus = (value: string): value is StatusValue => value in STATUSES;

/** A status as a chip. `word` where the usual word does not fit. */
export function Status({ value, word }: { readonly value: StatusValue; readonly word?: string }) {
  const t = useTexts("platform");
  const { tone, icon } = STATUSES[value];
  return (
    <span className="status" data-color={tone}>
      <Icon name={icon} size={16} />
      {word ?? t(`ui.status.${value}`)}
    </span>
  );
}
