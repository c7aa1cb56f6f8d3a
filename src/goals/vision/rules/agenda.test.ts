import { expect, test } from "vitest";
import { AGENDA_GOALS, agendaTargets, goalOfTarget, inAgendaOrder, isAgendaTarget } from "./agenda.ts";

test("V-2: Agenda 2030 has 17 goals and 169 targets", () => {
  expect(AGENDA_GOALS).toHaveLength(17);
  expect(AGENDA_GOALS.flatMap(agendaTargets)).toHaveLength(169);
  expect(agendaTargets(13)).toEqual(["13.1", "13.2", "13.3", "13.a", "13.b"]);
  expect(agendaTargets(17).at(-1)).toBe("17.19");
});

test("V-2: a target belongs to its goal, and stands in the agenda's order", () => {
  expect(goalOfTarget("12.a")).toBe(12);
  expect(["1.1", "17.19", "4.c"].map(isAgendaTarget)).toEqual([true, true, true]);
  expect(["1.6", "18.1", "17.a", "4.0"].map(isAgendaTarget)).toEqual([false, false, false, false]);
  expect(inAgendaOrder(["10.2", "4.a", "4.1", "4.10"])).toEqual(["4.1", "4.a", "10.2"]);
});
