import { expect, test } from "vitest";
import { factRemarks, fetchedFigure, OWN_FIGURE, sinceFrozen } from "./figure.ts";

const figure = {
  source: "population:80-",
  name: "80 år och äldre",
  unit: "personer",
  value: 1012,
  on: "2027-03-10",
  from: "SCB",
};
const own = { ...figure, source: OWN_FIGURE, name: "", value: 12 };

test("A-2: a figure is as it is fetched, whatever was sent; one written by hand stays", () => {
  expect(fetchedFigure({ ...figure, value: 1 }, [figure])).toEqual(figure);
  expect(fetchedFigure(own, [figure])).toBe(own);
  expect(fetchedFigure({ ...figure, source: "gone" }, [figure])).toMatchObject({
    value: null,
    on: null,
    name: "80 år och äldre",
  });
});

test("A-2: what a figure is today stands beside only where it has changed", () => {
  expect(sinceFrozen(figure, [figure])).toBeNull();
  expect(sinceFrozen(figure, [{ ...figure, value: 1050, on: "2028-03-01" }])).toEqual({
    value: 1050,
    on: "2028-03-01",
  });
  expect(sinceFrozen(figure, [])).toBeNull();
  expect(sinceFrozen(own, [{ ...own, value: 13 }])).toBeNull();
});

test("A-2: a fact has words, a value and for a figure of one's own a source", () => {
  const codes = (facts: Parameters<typeof factRemarks>[0]) =>
    factRemarks(facts).map(({ code, at }) => `${code} ${at}`);
  expect(codes([{ id: "a", text: "Fler äldre", figure }])).toEqual([]);
  expect(
    codes([
      { id: "a", text: " ", figure: null },
      { id: "a", text: "x", figure: { ...figure, value: null } },
      { id: "b", text: "x", figure: { ...own, from: "" } },
    ]),
  ).toEqual([
    "fact-missing facts.0.text",
    "figure-gone facts.1.text",
    "fact-twice facts.1.text",
    "figure-without-source facts.2.figure.from",
  ]);
});
