/** Agenda 2030's goals, each with how many numbered targets it has and how many that have letters; 169 in all. */
const TARGETS: readonly (readonly [numbered: number, lettered: number])[] = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
];

/** 1 to 17. */
export const AGENDA_GOALS: readonly number[] = TARGETS.map((_, i) => i + 1);

/** A goal's targets in their order: "4.1" … "4.7", "4.a" … "4.c". */
export function agendaTargets(goal: number): string[] {
  const [numbered, lettered] = TARGETS[goal - 1] ?? [0, 0];
  return [
    ...Array.from({ length: numbered }, (_, i) => `${goal}.${i + 1}`),
    ...Array.from({ length: lettered }, (_, i) => `${goal}.${"abcd"[i]}`),
  ];
}

const ALL = AGENDA_GOALS.flatMap(agendaTargets);
export const isAgendaTarget = (target: string): boolean => ALL.includes(target);

/** Targets in the agenda's own order, each once. */
export const inAgendaOrder = (targets: readonly string[]): string[] =>
  ALL.filter((target) => targets.includes(target));

/** The goal that a target belongs to. */
export const goalOfTarget = (target: string): number => Number(target.split(".")[0]);
