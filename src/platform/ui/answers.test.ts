import { QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { Answers } from "./answers.ts";

test("T-1: what is on its way in one language is not taken for the answer in another", async () => {
  let language = "en";
  const asked: (() => void)[] = [];
  const client = new Answers();
  const seen: unknown[] = [];
  const stop = new QueryObserver(client, {
    queryKey: ["paper"],
    queryFn: ({ signal }) => {
      const said = language;
      return new Promise((done, fail) => {
        asked.push(() => done(said));
        signal.addEventListener("abort", () => fail(signal.reason));
      });
    },
    retry: false,
  }).subscribe(({ data }) => data !== undefined && seen.push(data));
  language = "sv";
  const again = client.invalidateQueries();
  await expect.poll(() => asked.length).toBe(2);
  for (const answer of asked) answer();
  await again;
  expect(seen).toEqual(["sv"]);
  stop();
  client.clear();
});
