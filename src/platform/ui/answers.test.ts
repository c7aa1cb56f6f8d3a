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

test("T-2: what one person has read is gone when somebody else sits there, also where no page shows it", async () => {
  let person: string | undefined = "rektor";
  const client = new Answers({
    tellsWho: { query: "session", who: (answer) => (answer as { who?: string }).who },
  });
  const read = (name: string) =>
    client.fetchQuery({ queryKey: [name, null], queryFn: async () => ({ who: person }) });
  await read("session");
  await read("draft");
  const seen: unknown[] = [];
  const stop = new QueryObserver(client, {
    queryKey: ["page", null],
    queryFn: async () => person ?? "nobody",
  }).subscribe(({ data, isFetching }) => !isFetching && seen.push(data));
  await expect.poll(() => seen).toEqual(["rektor"]);

  await client.refetchQueries({ queryKey: ["session"] });
  expect(client.getQueryData(["draft", null]), "the same one reads on").toEqual({ who: "rektor" });

  person = undefined;
  await client.refetchQueries({ queryKey: ["session"] });
  expect(client.getQueryData(["draft", null])).toBeUndefined();
  expect(client.getQueryData(["page", null])).not.toBe("rektor");
  await expect.poll(() => seen.at(-1)).toBe("nobody");
  expect(client.getQueryData(["session", null])).toEqual({ who: undefined });

  await read("public");
  person = "chef";
  await client.refetchQueries({ queryKey: ["session"] });
  expect(client.getQueryData(["public", null]), "what nobody has read is all people's").toBeDefined();
  stop();
  client.clear();
});
