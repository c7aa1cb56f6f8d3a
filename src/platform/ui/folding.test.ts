import { expect, test } from "vitest";
import { foldsFor, unfolded } from "./folding.ts";

const column = (id: string, width: number, stays = false) => ({ id, width, stays });
const columns = [column("name", 200), column("a", 100), column("b", 100), column("sum", 100, true)];
const at = (room: number, naming = "name") => foldsFor(columns, naming, { room, button: 40 });

test("T-1: what has room is shown", () => {
  expect(at(500)).toEqual({ shown: ["name", "a", "b", "sum"], folded: [], stacked: false });
});

test("T-1: the last that may give way folds first, and what opens it has its room", () => {
  expect(at(499)).toMatchObject({ shown: ["name", "a", "sum"], folded: ["b"] });
  expect(at(440)).toMatchObject({ folded: ["b"] });
  expect(at(439)).toMatchObject({ shown: ["name", "sum"], folded: ["a", "b"] });
});

test("T-1: the name and one column have room beside each other, or all stand under each other", () => {
  expect(at(340)).toMatchObject({ shown: ["name", "sum"], stacked: false });
  expect(at(339)).toEqual({ shown: ["name", "a", "b", "sum"], folded: [], stacked: true });
});

test("T-1: the name is crowded before all is stacked", () => {
  const crowded = columns.map((one) => (one.id === "name" ? { ...one, least: 120 } : one));
  const inRoom = (room: number) => foldsFor(crowded, "name", { room, button: 40 });
  expect(inRoom(439).shown).toEqual(["name", "sum"]);
  const allStay = crowded.map((one) => ({ ...one, stays: true }));
  expect(foldsFor(allStay, "name", { room: 420, button: 40 }).folded).toEqual([]);
  expect(foldsFor(allStay, "name", { room: 419, button: 40 }).folded).toEqual(["sum"]);
  expect(inRoom(260)).toMatchObject({ shown: ["name", "sum"], stacked: false });
  expect(inRoom(259).stacked).toBe(true);
});

test("T-1: a table of one column has nothing to fold", () => {
  expect(foldsFor([column("name", 400)], "name", { room: 300, button: 40 })).toEqual({
    shown: ["name"],
    folded: [],
    stacked: false,
  });
});

test("T-1: months without room give way to their quarters, and are told under the row", () => {
  const months = ["jan", "feb", "mar", "apr", "may", "jun"].map((id) => column(id, 60));
  const year = [
    column("name", 200),
    ...months,
    { ...column("q1", 70), sums: ["jan", "feb", "mar"] },
    { ...column("q2", 70), sums: ["apr", "may", "jun"] },
  ];
  const inRoom = (room: number) => foldsFor(year, "name", { room, button: 40 });
  expect(inRoom(560).shown).toEqual(["name", "jan", "feb", "mar", "apr", "may", "jun"]);
  expect(inRoom(559)).toEqual({
    shown: ["name", "q1", "q2"],
    folded: ["jan", "feb", "mar", "apr", "may", "jun"],
    stacked: false,
  });
  expect(inRoom(320).shown).toEqual(["name", "q1"]);
  expect(unfolded(year).shown).not.toContain("q1");
});
